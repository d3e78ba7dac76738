import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { codeSymbol } from '@chidu/sdk/codes/draw';
import { formatFen, formatFenCapital } from '@chidu/sdk/text';
import type { BrowserContext } from 'playwright-core';
import { build } from '../tests/build.ts';
import { Album } from './album.ts';
import { photographBoard } from './board-views.ts';
import { findChromium, openWithExtension } from './browser.ts';
import { Checks } from './checks.ts';
import { compareReading } from './compare-reading.ts';
import { caseFrame, Desk, issue, judge, openNotice } from './desk.ts';
import { CASES } from './legacy/cases.ts';
import { travel } from './loop.ts';
import { photographNotice } from './notice-states.ts';
import { decodeCodes, rasterise } from './paper.ts';
import { alterDigit, enrol, listedKeys, steps, verdict, watchPolicy } from './portal-visit.ts';
import { openRuleBook } from './rule-book.ts';
import { startServer } from './server.ts';
import { travelThroughService } from './service-loop.ts';
import { shotAt, sideBySide, whole } from './shots.ts';
import { EXTENSION, JUDGEMENT, STORY } from './story.ts';
import { comes, eventually } from './waiting.ts';

const FOLDER = fileURLToPath(new URL('tour/', import.meta.url));
const MONTH_MS = 30 * 86_400_000;

const executablePath = findChromium();
if (executablePath === undefined) {
  console.error(
    '没有找到 Chromium；可用环境变量 CHROMIUM 指明。No Chromium found; CHROMIUM may name one.',
  );
  process.exit(1);
}
build('sdk', 'widget', 'demo');
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
    await whole(options),
  );
  const listed = await listedKeys(server.url);
  checks.equal('门户的信任名单有一把密钥', listed.length, 1);

  checks.chapter('二、读取旧系统的页面', 'The legacy page is read');
  const { page, panel, tab } = await desk.open(`${server.url}/legacy/?ajid=${STORY.ajid}`);
  await page.setViewportSize({ width: 1080, height: 760 });
  await panel.setViewportSize({ width: 420, height: 760 });
  await caseFrame(page).click('#bq1 a');
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
    await whole(panel),
  );
  compareReading(checks, STORY, await desk.read(tab));
  checks.true('扩展的入口在页面上', await page.locator('chidu-launcher').isVisible());
  await page.emulateMedia({ media: 'print' });
  checks.true('打印时没有扩展的入口', !(await page.locator('chidu-launcher').isVisible()));
  await page.emulateMedia({ media: null });
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
  const panelShot = await shotAt(panel, 'section.result', 72);
  album.add(
    'panel-assessed',
    {
      zh: '裁量意见：法定幅度、各档位置、建议罚款与理由；由办案人员决定',
      en: 'The assessment: lawful range, bands, suggestion and reasons; a person decides',
    },
    await whole(panel),
  );
  const officerView = await sideBySide(
    context,
    760,
    { png: pageShot, width: 1080 },
    { png: panelShot, width: 420 },
  );
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
  checks.equal(
    '面板的“在门户查看”就是码的地址',
    await panel.locator('article.code a').first().getAttribute('href'),
    code.text,
  );
  checks.true('码指向门户', code.text.startsWith(`${server.url}/c#1`), code.text.slice(0, 40));
  const { version } = codeSymbol(server.url, code.text.slice(code.text.indexOf('#') + 1));
  checks.true(
    `二维码第 ${version} 版，不超过 15 版（${code.text.length} 个字符，${Object.keys(JUDGEMENT.factors).length} 项因素）`,
    version <= 15,
    version,
  );
  album.add(
    'panel-issued',
    { zh: '签发记录：核验码与二维码', en: 'The code as issued, with its check code' },
    await shotAt(panel, 'article.code', 72),
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
    await whole(notice),
  );

  checks.chapter('五、打印，从纸上读回', 'Printed, and read back from paper');
  const pdf = join(FOLDER, 'notice.pdf');
  writeFileSync(pdf, await notice.pdf({ preferCSSPageSize: true, printBackground: false }));
  let scan = '';
  for (const dpi of [150, 300]) {
    const pages = await rasterise(pdf, dpi);
    [scan = ''] = pages;
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
  checks.equal('扩展没有碰门户页面', await portal.locator('chidu-launcher, chidu-code').count(), 0);
  checks.true(
    '输入核验码后四位之前，不显示金额',
    !(await portal.locator('chidu-notice article').innerText()).includes(formatFen(fine)),
  );
  album.add(
    'verdict-locked',
    { zh: '门户：核验步骤；先输入核验码后四位', en: 'The portal: the steps; four digits first' },
    await whole(portal),
  );
  const stepsShot = await shotAt(portal, 'main', 0);
  await portal.fill('chidu-notice input[name=digits]', code.checkCode.slice(-4));
  await portal.click('chidu-notice form[data-gate] button');
  await portal.locator('chidu-notice [data-section=decision]').waitFor();
  const told = await portal.locator('chidu-notice article').innerText();
  checks.true('页面写明拟罚金额', told.includes(formatFen(fine)));
  checks.true('页面写明文号', told.includes(STORY.gzswh));
  checks.true('页面写明陈述、申辩和听证', /陈述/.test(told) && /听证/.test(told));
  album.add(
    'verdict-open',
    {
      zh: '门户：决定了什么、为什么、有哪些权利',
      en: 'The portal: what is proposed, why, and which rights there are',
    },
    await whole(portal),
  );
  const verdictView = await sideBySide(
    context,
    900,
    { png: stepsShot, width: 430 },
    { png: await shotAt(portal, 'chidu-notice [data-section=decision]'), width: 430 },
  );

  await portal.goto(`${server.url}/portal/`);
  await portal.setInputFiles('chidu-notice input[type=file]', scan);
  checks.equal('没有扫码时，门户从告知书的图片读出同一个码', await steps(portal), passed);

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
    await whole(portal),
  );
  const unknown = await verdict(portal, code.text.replace(server.url, stranger.url));
  checks.equal('密钥不在信任名单里', [unknown.key, unknown.signature], ['fail', 'unknown']);
  album.add(
    'unknown-key',
    { zh: '另一门户的名单里没有这把密钥', en: 'A portal whose list lacks the key' },
    await whole(portal),
  );
  for (const { alg, spki } of listed) await enrol(sleeper.url, alg, spki);
  checks.equal(
    '信任名单过期：只有这一项不能判断',
    await verdict(portal, code.text.replace(server.url, sleeper.url)),
    { ...passed, trust: 'unknown' },
  );
  album.add(
    'stale-list',
    { zh: '信任名单已过更新日期', en: 'The trust list is stale, and said to be' },
    await whole(portal),
  );

  checks.chapter('八、其余九个案件', 'The other nine cases');
  for (const row of CASES.filter(({ ajid }) => ajid !== STORY.ajid)) {
    const other = await desk.open(`${server.url}/legacy/?ajid=${row.ajid}`);
    compareReading(checks, row, await desk.read(other.tab));
    if (row.expected.refused.length > 0) {
      await other.panel.setViewportSize({ width: 420, height: 760 });
      album.add(
        `refused-${row.ajid}`,
        { zh: `不能采用的内容：${row.ajmc}`, en: 'What the page says cannot be used, and why' },
        await whole(other.panel),
      );
    }
    await other.panel.close();
    await other.page.close();
  }

  checks.chapter('九、经服务签发、异议与答复', 'Issued, disputed and answered through the service');
  const alone = await travel(STORY, JUDGEMENT, { book: rules, portal: server.url, now });
  const served = await travelThroughService(alone, server, now);
  checks.true('转办之前，办案人员看不到异议', !served.seenBefore);
  checks.equal('监督机构读到联系方式', served.contact, '000-5550100');
  checks.equal('当事人凭同一个码看到答复', served.answer?.result, 'not-upheld');
  checks.equal(
    '门户核验服务签发的码：日志与状态也通过',
    await verdict(portal, `${server.url}/hall#${served.issued.text}`),
    { ...passed, log: 'pass', status: 'pass' },
  );
  album.add(
    'through-the-service',
    {
      zh: '服务签发的码：日志与状态也已核对',
      en: 'Issued by the service: log and status checked too',
    },
    await whole(portal),
  );
  checks.chapter('十、不同的人看同一页', 'The same page as different readers meet it');
  await photographNotice(portal, album, checks, {
    address: `${server.url}/hall#${served.issued.text}`,
    empty: `${server.url}/portal`,
    digits: served.verdict.checkCode?.slice(-4) ?? '',
  });
  checks.chapter('十一、监督机构的看板', 'The board of the supervision body');
  await photographBoard(context, album, checks, `${server.url}/board`);
  checks.equal('门户和看板的页面没有违反内容安全策略', violations, []);

  if (process.argv.includes('--pictures')) keep(officerView, readFileSync(paper), verdictView);
}

/** The three pictures of the README. */
function keep(officer: Buffer, notice: Buffer, verdict: Buffer): void {
  const folder = fileURLToPath(new URL('pictures/', import.meta.url));
  mkdirSync(folder, { recursive: true });
  for (const [name, png] of Object.entries({ officer, notice, verdict })) {
    writeFileSync(join(folder, `${name}.png`), png);
  }
}
