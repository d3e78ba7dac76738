import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHex, readTrustList, type TrustRoots } from '@chidu/sdk/codes';
import { codeSymbol } from '@chidu/sdk/codes/draw';
import { formatFen, formatFenCapital } from '@chidu/sdk/text';
import type { BrowserContext, Page } from 'playwright-core';
import { build } from '../tests/build.ts';
import { Album } from './album.ts';
import { findChromium, openWithExtension } from './browser.ts';
import { Checks } from './checks.ts';
import { Desk, issue, judge, type ReadField } from './desk.ts';
import { CASES, type LegacyCase } from './legacy/cases.ts';
import { travel } from './loop.ts';
import { decodeCodes, rasterise } from './paper.ts';
import { openRuleBook } from './rule-book.ts';
import { startServer } from './server.ts';
import { EXTENSION, JUDGEMENT, STORY } from './story.ts';

const FOLDER = fileURLToPath(new URL('tour/', import.meta.url));
const MONTH_MS = 30 * 86_400_000;

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error(
    '没有找到 Chromium；可用环境变量 CHROMIUM 指明。No Chromium found; CHROMIUM may name one.',
  );
  process.exit(1);
}
build('widget', 'demo');
const album = new Album(FOLDER);
const checks = new Checks();
const rules = await openRuleBook();
const now = () => new Date();
const server = await startServer({ port: 0, rules });
/** A portal that was never given the officer's key, and one whose list nobody has renewed for a month. */
const stranger = await startServer({ port: 0, rules });
const sleeper = await startServer({
  port: 0,
  rules,
  now: () => new Date(Date.now() - MONTH_MS),
});
const context = await openWithExtension({ executablePath, extension: EXTENSION, headless: true });
try {
  await walk(context);
} finally {
  await context.close();
  for (const each of [server, stranger, sleeper]) await each.close();
}
console.log(`\n图集 · pictures: ${album.close()}`);
process.exitCode = checks.sum();

async function walk(context: BrowserContext): Promise<void> {
  const violations = await watchPolicy(context);
  const desk = await Desk.at(context);

  checks.chapter('一、办案人员登记密钥', 'The officer enrols a key');
  const options = await desk.equip(server.url);
  await options.setViewportSize({ width: 760, height: 900 });
  album.add(
    'options',
    {
      zh: '设置：密钥在浏览器中生成，私钥不能导出；公钥登记到演示门户的信任名单',
      en: 'Settings: the key is made in the browser and cannot be exported; the demo portal lists its public half',
    },
    await options.screenshot({ fullPage: true }),
  );
  const listed = await listedKeys(server.url);
  checks.equal('门户的信任名单有一把密钥', listed.length, 1);

  checks.chapter('二、读取旧系统的页面', 'The legacy page is read');
  const { page, panel, tab } = await desk.open(`${server.url}/legacy/?ajid=${STORY.ajid}`);
  await page.setViewportSize({ width: 1080, height: 760 });
  await panel.setViewportSize({ width: 420, height: 760 });
  await frame(page).click('#bq1 a');
  const pageShot = await page.screenshot();
  album.add(
    'case-page',
    {
      zh: '旧办案系统（GBK、框架页）；右下角为扩展的入口，此外页面没有任何改动',
      en: 'The old case system; the extension adds one button at the lower right and nothing else',
    },
    pageShot,
  );
  album.add(
    'panel-read',
    { zh: '裁量面板：每个值都注明读自何处', en: 'The panel: every value says where it was read' },
    await panel.screenshot({ fullPage: true }),
  );
  checkReading(STORY, await desk.read(tab));
  await page.bringToFront();
  await page.mouse.click(1080 - 100, 760 - 26);
  checks.true(
    '点页面上的入口，打开浏览器的侧边面板',
    await eventually(async () =>
      (await desk.targets(page)).some((url) => /sidepanel\.html$/.test(url)),
    ),
  );

  checks.chapter('三、裁量', 'Discretion');
  const own = await travel(STORY, JUDGEMENT, { book: rules, portal: server.url, now });
  const { assessment } = own;
  const fine = assessment.suggestion ?? 0;
  await judge(panel, JUDGEMENT);
  const result = panel.locator('section.result');
  await result.locator('.amount').waitFor();
  checks.equal(
    '面板的建议与 SDK 单独计算的一致',
    await result.locator('.amount').innerText(),
    formatFen(fine),
  );
  const figures = await result.locator('dl.figures').innerText();
  for (const range of [assessment.range, assessment.band]) {
    const shown = `${formatFen(range?.min ?? 0)} – ${formatFen(range?.max ?? 0)}`;
    checks.true(`面板写明幅度 ${shown}`, figures.includes(shown), figures);
  }
  checks.true('注明样例基准', (await result.innerText()).includes('示例裁量基准'));
  const panelShot = await shotAt(panel, 'section.result');
  album.add(
    'panel-assessed',
    {
      zh: '裁量意见：法定幅度、各档位置、建议罚款与理由；由办案人员决定',
      en: 'The assessment: lawful range, bands, suggestion and reasons; a person decides',
    },
    await panel.screenshot({ fullPage: true }),
  );
  const officerView = await sideBySide(context, pageShot, panelShot);
  album.add(
    'officer-view',
    {
      zh: '办案人员所见：旧系统与裁量面板并排',
      en: 'What the officer sees: case system and panel',
    },
    officerView,
  );

  checks.chapter('四、签发，放入告知书', 'The code is issued and put into the notice');
  const code = await issue(panel);
  checks.equal('签发的罚款即决定的罚款', code.fine, fine);
  checks.true('码指向门户', code.text.startsWith(`${server.url}/c#1`), code.text.slice(0, 40));
  const { version } = codeSymbol(server.url, code.text.slice(code.text.indexOf('#') + 1));
  checks.true(
    `二维码第 ${version} 版，不超过 15 版（${own.signed.bytes.length} 字节，${Object.keys(JUDGEMENT.factors).length} 项因素）`,
    version <= 15,
    version,
  );
  album.add(
    'panel-issued',
    { zh: '签发记录：核验码与二维码', en: 'The code as issued, with its check code' },
    await shotAt(panel, 'article.code'),
  );
  const wrong = await openNotice(page, fine + 100_000);
  checks.equal(
    '告知书写的罚款与码不同，码不放入',
    await comes(wrong, 'chidu-code', 'visible'),
    false,
  );
  await wrong.close();
  const notice = await openNotice(page, fine);
  checks.true('告知书打开时，码自动放入', await comes(notice, 'chidu-code', 'visible'));
  const paperText = await notice.locator('body').innerText();
  checks.true(
    `告知书的大写金额 ${formatFenCapital(fine)}`,
    paperText.includes(`大写：${formatFenCapital(fine)}`),
  );
  const place = panel.locator('article.code .buttons button');
  await place.nth(1).click();
  checks.true('按要求从告知书中移除', await comes(notice, 'chidu-code', 'detached'));
  await place.nth(0).click();
  checks.true('按要求再放入', await comes(notice, 'chidu-code', 'visible'));
  await notice.setViewportSize({ width: 900, height: 1180 });
  album.add(
    'notice-window',
    {
      zh: '旧系统生成的告知书，码已放在落款旁',
      en: 'The notice of the old system with the code in it',
    },
    await notice.screenshot({ fullPage: true }),
  );

  checks.chapter('五、打印，从纸上读回', 'Printed, and read back from paper');
  const pdf = join(FOLDER, 'notice.pdf');
  writeFileSync(pdf, await notice.pdf({ preferCSSPageSize: true, printBackground: false }));
  for (const dpi of [150, 300]) {
    const pages = await rasterise(pdf, dpi);
    checks.equal(`${dpi} dpi：一页`, pages.length, 1);
    const decoded = (await Promise.all(pages.map(decodeCodes))).flat();
    checks.equal(`${dpi} dpi：读出的文本与签发的一致`, decoded, [code.text]);
  }
  const [paper = ''] = await rasterise(pdf, 96);
  album.add(
    'paper',
    { zh: '打印出的告知书（A4）', en: 'The printed notice, A4' },
    readFileSync(paper),
  );

  checks.chapter('六、当事人在门户核验', 'The party checks it on the portal');
  const passed = {
    trust: 'pass',
    code: 'pass',
    key: 'pass',
    signature: 'pass',
    rule: 'pass',
    replay: 'pass',
    log: 'unknown',
    status: 'unknown',
  };
  const portal = await context.newPage();
  await portal.setViewportSize({ width: 430, height: 900 });
  checks.equal('逐步核验', await verdict(portal, code.text), passed);
  checks.true(
    '输入核验码后四位之前，不显示金额',
    !(await portal.locator('chidu-notice article').innerText()).includes(formatFen(fine)),
  );
  album.add(
    'verdict-locked',
    { zh: '门户：核验步骤；先输入核验码后四位', en: 'The portal: the steps; four digits first' },
    await portal.screenshot({ fullPage: true }),
  );
  await portal.fill('chidu-notice input[name=digits]', code.checkCode.slice(-4));
  await portal.click('chidu-notice form[data-gate] button');
  await portal.locator('chidu-notice [data-section=decision]').waitFor();
  const told = await portal.locator('chidu-notice article').innerText();
  checks.true('页面写明拟罚金额', told.includes(formatFen(fine)));
  checks.true('页面写明文号', told.includes(STORY.gzswh));
  checks.true('页面写明陈述、申辩和听证', /陈述/.test(told) && /听证/.test(told));
  const opened = album.add(
    'verdict-open',
    {
      zh: '门户：决定了什么、为什么、有哪些权利',
      en: 'The portal: what is proposed, why, and which rights there are',
    },
    await portal.screenshot({ fullPage: true }),
  );

  checks.chapter('七、改动与失效', 'Tampering and failure');
  const altered = alterDigit(code.text);
  checks.equal('改动一位数字：签名不符，其后各项不再核对', await verdict(portal, altered), {
    ...passed,
    key: 'unknown',
    signature: 'fail',
    rule: 'unknown',
    replay: 'unknown',
  });
  checks.equal('改动后不显示任何决定', await portal.locator('[data-section=decision]').count(), 0);
  album.add(
    'altered',
    { zh: '改动一位数字：签名不符', en: 'One digit altered: the signature fails' },
    await portal.screenshot({ fullPage: true }),
  );
  const unknown = await verdict(portal, code.text.replace(server.url, stranger.url));
  checks.equal('密钥不在信任名单里', [unknown.key, unknown.signature], ['fail', 'unknown']);
  album.add(
    'unknown-key',
    { zh: '另一门户的名单里没有这把密钥', en: 'A portal whose list lacks the key' },
    await portal.screenshot({ fullPage: true }),
  );
  for (const { alg, spki } of listed) await post(sleeper.url, alg, spki);
  checks.equal(
    '信任名单过期：只有这一项不能判断',
    await verdict(portal, code.text.replace(server.url, sleeper.url)),
    { ...passed, trust: 'unknown' },
  );
  album.add(
    'stale-list',
    { zh: '信任名单已过更新日期', en: 'The trust list is stale, and said to be' },
    await portal.screenshot({ fullPage: true }),
  );

  checks.chapter('八、其余九个案件', 'The other nine cases');
  for (const row of CASES.filter(({ ajid }) => ajid !== STORY.ajid)) {
    const other = await desk.open(`${server.url}/legacy/?ajid=${row.ajid}`);
    checkReading(row, await desk.read(other.tab));
    if (row.expected.refused.length > 0) {
      await other.panel.setViewportSize({ width: 420, height: 760 });
      album.add(
        `refused-${row.ajid}`,
        { zh: `不能采用的内容：${row.ajmc}`, en: 'What the page says cannot be used, and why' },
        await other.panel.screenshot({ fullPage: true }),
      );
    }
    await other.panel.close();
    await other.page.close();
  }
  checks.equal('门户页面没有违反内容安全策略', violations, []);

  if (process.argv.includes('--pictures')) keep(officerView, paper, opened);
}

/** Opens the notice as the officer does: fill in the fine, press the button. */
async function openNotice(page: Page, fen: number): Promise<Page> {
  const main = frame(page);
  await main.click('#bq2 a');
  await main.fill('[name=nfkje]', formatFen(fen).replace('元', ''));
  await main.click('#bq3 a');
  const popup = page.waitForEvent('popup');
  await main.click('[name=dygzs]');
  return popup;
}

function frame(page: Page) {
  const main = page.frame('mainFrame');
  if (main === null) throw new Error('the frameset has no mainFrame');
  return main;
}

/** Compares what the extension read with what the case says must be found. */
function checkReading(row: LegacyCase, read: readonly ReadField[]): void {
  const { violation, party, actDate, money, refused } = row.expected;
  const value = (field: string) =>
    read.find((one) => one.field === field && one.state === 'read')?.value;
  const found = {
    violation: value('violation'),
    party: value('partyKind'),
    actDate: value('actDate') ?? null,
    money: Object.fromEntries(
      ['goodsValue', 'illegalGains', 'illegalTurnover', 'adFee'].flatMap((fact) => {
        const fen = value(`facts.${fact}`);
        return fen === undefined ? [] : [[fact, fen]];
      }),
    ),
    document: value('documentNumber'),
  };
  checks.equal(`${row.ajbh} 读出的值`, found, {
    violation,
    party: party.kind,
    actDate,
    money,
    document: row.gzswh,
  });
  const places: Record<string, string> = { hzje: 'facts.goodsValue', wfzzrq: 'actDate' };
  for (const { field, code } of refused) {
    const one = read.find((candidate) => candidate.field === places[field]);
    checks.equal(`${row.ajbh} ${field} 不采用：${code}`, one?.code ?? one?.state, code);
  }
}

/** Opens an address on a portal and gives the state of each step once the check is over. */
async function verdict(page: Page, address: string): Promise<Record<string, string>> {
  // A change of the fragment alone would not load the page.
  await page.goto('about:blank');
  await page.goto(address);
  const steps = page.locator('chidu-notice [data-step]');
  await steps.first().waitFor();
  const states = await steps.evaluateAll((all) =>
    all.map((one) => [one.getAttribute('data-step'), one.getAttribute('data-state')]),
  );
  return Object.fromEntries(states);
}

/** Adds one to the last digit of the 21st group of 17: a byte in the middle of the payload. */
function alterDigit(address: string): string {
  const at = address.indexOf('#') + 1 + 1 + 21 * 17 - 1;
  const digit = (Number(address[at]) + 1) % 10;
  return address.slice(0, at) + digit + address.slice(at + 1);
}

async function listedKeys(portal: string) {
  const roots: TrustRoots = await (await fetch(`${portal}/roots.json`)).json();
  const bytes = new Uint8Array(await (await fetch(`${portal}/trust-list.json`)).arrayBuffer());
  const read = await readTrustList(bytes, { roots, now: Date.now() });
  return read.ok ? read.list.keys : [];
}

async function post(portal: string, alg: number, spki: string): Promise<void> {
  await fetch(`${portal}/demo/keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      alg,
      spki: Buffer.from(fromHex(spki) ?? []).toString('base64url'),
      officer: '3301',
      role: 'officer-provisional',
    }),
  });
}

/** Collects what the policy of any page in this browser refuses. */
async function watchPolicy(context: BrowserContext): Promise<string[]> {
  const violations: string[] = [];
  await context.exposeFunction('chiduPolicy', (text: string) => violations.push(text));
  await context.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      const told = globalThis as unknown as { chiduPolicy: (text: string) => void };
      told.chiduPolicy(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    });
  });
  return violations;
}

/** Whether an element comes to be seen, or goes, within some time. */
function comes(page: Page, selector: string, state: 'visible' | 'detached'): Promise<boolean> {
  return page
    .locator(selector)
    .waitFor({ state, timeout: 4000 })
    .then(
      () => true,
      () => false,
    );
}

async function eventually(holds: () => Promise<boolean>): Promise<boolean> {
  for (let tries = 0; tries < 30; tries++) {
    if (await holds()) return true;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return false;
}

/** The part of the panel that shows a place, as the officer would have scrolled to it. */
async function shotAt(panel: Page, selector: string): Promise<Buffer> {
  await panel.locator(selector).first().scrollIntoViewIfNeeded();
  await panel
    .locator(selector)
    .first()
    .evaluate((element) => element.scrollIntoView({ block: 'start' }));
  return panel.screenshot();
}

/** A headless window shows no side panel beside the page, so the two pictures are put together. */
async function sideBySide(context: BrowserContext, left: Buffer, right: Buffer): Promise<Buffer> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1500, height: 760 });
  const [one, two] = [left, right].map((png) => `data:image/png;base64,${png.toString('base64')}`);
  await page.setContent(
    `<body style="margin:0;display:flex"><img src="${one}" width="1080"><img src="${two}" width="420">`,
  );
  const shot = await page.screenshot();
  await page.close();
  return shot;
}

/** The three pictures of the README. */
function keep(officerView: Buffer, paper: string, opened: string): void {
  const folder = fileURLToPath(new URL('pictures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'officer.png'), officerView);
  copyFileSync(paper, join(folder, 'notice.png'));
  copyFileSync(opened, join(folder, 'verdict.png'));
}
