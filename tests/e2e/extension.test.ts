import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readKeyRequest, readTrustList, requestDigits } from '@chidu/sdk/codes';
import { assess, type Case } from '@chidu/sdk/discretion';
import type { ListPack } from '@chidu/sdk/rules/lists';
import { chinaDay, formatFen } from '@chidu/sdk/text';
import { verify } from '@chidu/sdk/verdict';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTHORITY, CASES, type LegacyCase } from '../../demo/legacy/cases.ts';
import { decodeCodes, rasterise } from '../../demo/paper.ts';
import { openRuleBook, ruleOn } from '../../demo/rule-book.ts';
import { faults } from './axe.ts';
import { until } from './browser.ts';
import {
  type Desk,
  EXTENSION_ID,
  enrol,
  held,
  judge,
  openDesk,
  openNotice,
  openPanel,
  openTab,
} from './desk.ts';

let desk: Desk;
let digits: string;
beforeAll(async () => {
  desk = await openDesk();
  digits = await enrol(desk);
});
afterAll(() => desk.close());

const address = (ajid: string): string => `${desk.server.url}/legacy/?ajid=${ajid}`;
const row = (ajid: string): LegacyCase =>
  CASES.find((one) => one.ajid === ajid) ?? expect.fail(`no case ${ajid}`);

interface Shown {
  readonly field: string;
  readonly state: string;
  readonly value?: unknown;
  readonly code?: string;
}

/** What the background script holds of a tab, by field. */
async function read(tab: number): Promise<Map<string, Shown>> {
  const state = ((await held(desk.worker, `tab:${tab}`)) ?? {}) as Record<
    string,
    { reading: { fields: Shown[] } }
  >;
  return new Map(
    Object.values(state).flatMap(({ reading }) => reading.fields.map((one) => [one.field, one])),
  );
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  hzje: 'facts.goodsValue',
  wfzzrq: 'actDate',
};

test('reads every case of the frameset right, or says by name why it does not', async () => {
  const { page, tab } = await openTab(desk, `${desk.server.url}/legacy/`);
  for (const { ajid, ajbh, gzswh, dsrxm, expected } of CASES) {
    await page.goto(address(ajid));
    await until(async () => (await read(tab)).get('caseNumber')?.value === ajbh);
    const shown = await read(tab);
    const value = (field: string): unknown => shown.get(field)?.value;
    expect(value('documentNumber'), ajid).toBe(gzswh);
    expect(value('party'), ajid).toBe(dsrxm);
    expect(value('partyKind'), ajid).toBe(expected.party.kind);
    expect(value('violation'), ajid).toBe(expected.violation);
    expect(value('actDate') ?? null, ajid).toBe(expected.actDate);
    for (const fact of ['goodsValue', 'illegalGains', 'illegalTurnover', 'adFee'] as const)
      expect(value(`facts.${fact}`), `${ajid} ${fact}`).toBe(expected.money[fact]);
    for (const { field, code } of expected.refused) {
      const refused = shown.get(FIELD_NAMES[field] ?? field);
      expect(refused?.state === 'refused' ? refused.code : refused?.state, ajid).toBe(code);
    }
  }
  await page.close();
});

test('reads amounts with units, full-width digits and separators as they are meant', async () => {
  const { page, tab } = await openTab(desk, address('20260138'));
  const frame = () => page.frame('mainFrame') ?? expect.fail('no frame');
  await until(async () => (await read(tab)).has('caseNumber'));
  for (const [typed, meant] of [
    ['３７，５００元', 3_750_000],
    ['3.75万元', 3_750_000],
    ['叁万柒仟伍佰元整', 3_750_000],
    ['0.00', 0],
    ['约三万', 'amount-vague'],
    ['3,75', 'amount-text'],
  ] as const) {
    await frame().evaluate((text) => {
      const [show, twin] = ['hzje_show', 'hzje'].map((name) =>
        document.querySelector<HTMLInputElement>(`[name=${name}]`),
      );
      if (show && twin) {
        show.value = text;
        twin.value = '';
        show.dispatchEvent(new Event('input', { bubbles: true }));
      }
    }, typed);
    await until(async () => {
      const shown = (await read(tab)).get('facts.goodsValue');
      return (shown?.value ?? shown?.code) === meant;
    });
  }
  await page.close();
});

test('carries a case from the page to a printed code that any verifier accepts', async () => {
  expect(digits).toMatch(/^\d{4}-\d{4}-\d{4}$/);
  const it = row('20260138');
  const { page, tab } = await openTab(desk, address(it.ajid));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('[data-field="facts.goodsValue"][data-state=read]');
  expect(await panel.textContent('[data-field="facts.goodsValue"] .value')).toContain(
    '10,000.00元',
  );
  expect(await panel.textContent('[data-field=party] .source')).toContain(
    '栏目“当事人”（mainFrame）',
  );
  await judge(panel, 1);

  // The panel says what the SDK says.
  const today = chinaDay(Date.now());
  const book = await openRuleBook();
  const rule = ruleOn(book, it.expected.violation, it.expected.actDate ?? '');
  const subject: Case = {
    format: 'chidu-case/1',
    violation: it.expected.violation,
    actDate: it.expected.actDate ?? '',
    decisionDate: today,
    party: it.expected.party,
    facts: { ...it.expected.money },
    grounds: [],
    factors: Object.fromEntries(
      rule.benchmark.factors.map(({ id, options }) => [id, options[0]?.id ?? '']),
    ),
  };
  const { suggestion } = assess(subject, rule);
  expect(await panel.textContent('.amount')).toBe(formatFen(suggestion ?? -1));
  expect(await panel.textContent('.sample')).toContain('示例');

  await panel.click('.sign');
  await panel.waitForSelector('.code');
  const checkCode = await panel.textContent('.code b');
  const fine = String((suggestion ?? 0) / 100);
  const notice = await openNotice(desk, page, fine);
  await notice.waitForSelector('chidu-code', { state: 'attached' });
  expect(await notice.evaluate(() => document.querySelector('chidu-code')?.shadowRoot)).toBeNull();

  const folder = mkdtempSync(join(tmpdir(), 'chidu-notice-'));
  const pdf = join(folder, 'notice.pdf');
  await notice.pdf({ path: pdf, printBackground: false, preferCSSPageSize: true });
  const texts = new Set<string>();
  for (const dpi of [150, 300])
    for (const png of await rasterise(pdf, dpi)) {
      for (const text of await decodeCodes(png)) texts.add(text);
    }
  expect(texts.size).toBe(1);
  const [printed = ''] = texts;
  expect(printed.startsWith(`${desk.server.url}/c#1`)).toBe(true);

  const get = async (path: string) => (await fetch(`${desk.server.url}${path}`)).arrayBuffer();
  const roots = JSON.parse(Buffer.from(await get('/roots.json')).toString());
  const list = await readTrustList(new Uint8Array(await get('/trust-list.txt')), {
    roots,
    now: Date.now(),
  });
  if (!list.ok) return expect.fail(list.error);
  const verdict = await verify(printed, {
    trust: { keys: list.keys, against: 'test', nextUpdate: list.list.nextUpdate },
    loadRule: async (hash) => ({
      bytes: new Uint8Array(await get(`/rules/${hash}.json`)),
      from: 'demo',
    }),
    now: () => new Date(),
  });
  expect(verdict.checkCode).toBe(checkCode);
  expect(verdict.payload).toMatchObject({ document: it.gzswh, fine: suggestion });
  const states = Object.fromEntries(verdict.steps.map(({ id, finding }) => [id, finding.state]));
  expect(states).toMatchObject({ signature: 'pass', key: 'pass', rule: 'pass', replay: 'pass' });

  // Where a notice has no place for it, the annex page carries the same code.
  await panel.bringToFront();
  const [annex] = await Promise.all([
    desk.context.waitForEvent('page'),
    panel.click('.code .buttons button:nth-child(3)'),
  ]);
  await annex.waitForSelector('svg');
  const paper = join(folder, 'annex.pdf');
  await annex.pdf({ path: paper, printBackground: false, preferCSSPageSize: true });
  const [sheet = '', ...further] = await rasterise(paper, 150);
  expect(further).toEqual([]);
  expect(await decodeCodes(sheet)).toEqual([printed]);
  await annex.close();
  expect(await panel.getAttribute('.code a', 'href')).toBe(printed);

  // The page writes the same window anew, and the code goes in anew.
  await page.bringToFront();
  await page.frame('mainFrame')?.click('[name=dygzs]');
  await until(async () => (await notice.locator('chidu-code').count()) === 1);

  // Issued anew, the new code takes the place of the old one at once; and it goes out again on request.
  await panel.bringToFront();
  await panel.click('.sign');
  await panel.waitForSelector('.superseded');
  expect(await panel.locator('.code').count()).toBe(2);
  const corrected = await panel.getAttribute('.code:not(.superseded) a', 'href');
  expect(corrected).not.toBe(printed);
  await until(async () =>
    ((await panel.textContent('.code:not(.superseded) [role=status]')) ?? '').includes('已放入'),
  );
  expect(await notice.locator('chidu-code').count()).toBe(1);
  await notice.pdf({ path: pdf, printBackground: false, preferCSSPageSize: true });
  const [again = ''] = await rasterise(pdf, 300);
  expect(await decodeCodes(again)).toEqual([corrected]);
  await panel.click('.code:not(.superseded) .buttons button:nth-child(2)');
  await until(async () => (await notice.locator('chidu-code').count()) === 0);
  for (const open of [notice, panel, page]) await open.close();
});

test('asks for the key to be listed by a file whose twelve digits are those shown', async () => {
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await options.waitForSelector('#save-request');
  const [download] = await Promise.all([
    options.waitForEvent('download'),
    options.click('#save-request'),
  ]);
  const bytes = new Uint8Array(readFileSync(await download.path()));
  const read = await readKeyRequest(bytes);
  if (!read.ok) return expect.fail(read.error);
  expect(read.request).toMatchObject({ authority: AUTHORITY.code, officer: 3301, alg: -7 });
  expect(await requestDigits(bytes)).toBe(digits);
  await options.close();
});

test('signs nothing when the page changed under the officer', async () => {
  const { page, tab } = await openTab(desk, address('20260137'));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('.examined');
  await judge(panel, 1);
  // A script sets the value: no event tells anybody.
  await page.frame('mainFrame')?.evaluate(() => {
    for (const name of ['hzje_show', 'hzje']) {
      const input = document.querySelector<HTMLInputElement>(`[name=${name}]`);
      if (input) input.value = '5,000.00';
    }
  });
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn');
  expect(await panel.textContent('[role=alert]')).toContain('货值金额');
  expect(await panel.locator('.code').count()).toBe(0);
  for (const open of [panel, page]) await open.close();
});

test('asks for a reason where the fine departs, and never leaves the band', async () => {
  const { page, tab } = await openTab(desk, address('20260137'));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('.examined');
  await judge(panel, 1);
  await panel.fill('#fine', '1,000,000');
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn');
  expect(await panel.textContent('[role=alert]')).toContain('幅度');
  const band = (await panel.textContent('#fine-hint')) ?? '';
  const top = /至 ([\d,.]+)元/.exec(band)?.[1] ?? '';
  await panel.fill('#fine', top);
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn');
  expect(await panel.textContent('[role=alert]')).toContain('理由');
  await panel.fill('#departure', '当事人在调查中隐瞒部分进货票据');
  await panel.click('.sign');
  await panel.waitForSelector('.code');

  // A notice that states another fine does not get the code.
  const notice = await openNotice(desk, page, '1');
  await until(async () => (await held(desk.worker, `tab:${tab}`)) !== undefined);
  await panel.bringToFront();
  await until(async () => {
    await panel.click('.code .buttons button:nth-child(1)');
    await panel.waitForSelector('.code [role=status]:not(:empty)');
    return ((await panel.textContent('.code [role=status]')) ?? '').includes('不一致');
  });
  expect(await notice.locator('chidu-code').count()).toBe(0);
  for (const open of [notice, panel, page]) await open.close();
});

test('shows what could not be read, and takes it by hand, marked as such', async () => {
  const { page, tab } = await openTab(desk, address('20260159'));
  const panel = await openPanel(desk, tab);
  const goods = panel.locator('[data-field="facts.goodsValue"]');
  await goods.waitFor();
  expect(await goods.textContent()).toContain('约三万');
  expect(await goods.textContent()).toContain('不确切');
  await goods.locator('input').fill('三万');
  await goods.locator('.warn >> text=不是一个明确的金额').last().waitFor();
  await goods.locator('input').fill('30,000');
  await panel.waitForSelector('[data-field="facts.goodsValue"][data-state=typed]');
  expect(await goods.textContent()).toContain('手工填写');

  await page.goto(address('20260153'));
  await until(async () => ((await goods.textContent()) ?? '').includes('互相矛盾'));
  await page.goto(address('20260156'));
  const date = panel.locator('[data-field=actDate]');
  await until(async () => ((await date.textContent()) ?? '').includes('页面上为空'));
  await panel.waitForSelector('main >> text=请先确定违法行为、当事人类型和违法行为终了日期');
  for (const open of [panel, page]) await open.close();
});

test('leaves nothing on a page of no adapter, not even on the same host', async () => {
  const page = await desk.context.newPage();
  const cdp = await desk.context.newCDPSession(page);
  const worlds: string[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context.origin));
  await cdp.send('Runtime.enable');
  await page.goto(`${desk.server.url}/health`);
  await page.waitForTimeout(500);
  expect(worlds.filter((origin) => origin.startsWith('chrome-extension:'))).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  await page.close();
});

test('prints nothing of its own with a case page, and obeys no forged click', async () => {
  const { page } = await openTab(desk, address('20260137'));
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  expect(
    await page.evaluate(() => document.querySelector('chidu-launcher')?.shadowRoot),
  ).toBeNull();
  const shown = () =>
    page.evaluate(() => {
      const host = document.querySelector('chidu-launcher');
      return host ? getComputedStyle(host).display : 'gone';
    });
  expect(await shown()).toBe('flex');
  await page.emulateMedia({ media: 'print' });
  expect(await shown()).toBe('none');
  await page.emulateMedia({ media: 'screen' });
  const before = desk.context.pages().length;
  await page.evaluate(() =>
    document.querySelector('chidu-launcher')?.dispatchEvent(new MouseEvent('click')),
  );
  await page.waitForTimeout(300);
  expect(desk.context.pages().length).toBe(before);
  await page.close();
});

test('opens the side panel at a real click on the launcher, and nothing else does', async () => {
  const { page } = await openTab(desk, address('20260137'));
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  // A click before anybody can have seen the button counts for nothing.
  await page.waitForTimeout(700);
  const browser = desk.context.browser() ?? expect.fail('no browser');
  const cdp = await browser.newBrowserCDPSession();
  const panels = async (): Promise<number> =>
    (await cdp.send('Target.getTargets')).targetInfos.filter(({ url }) =>
      url.endsWith('/sidepanel.html'),
    ).length;
  expect(await panels()).toBe(0);
  const at = await page.evaluate(() => {
    const box = document.querySelector('chidu-launcher')?.getBoundingClientRect();
    return { x: (box?.left ?? 0) + 20, y: (box?.top ?? 0) + 12 };
  });
  await page.mouse.click(at.x, at.y);
  await until(async () => (await panels()) === 1);
  await page.close();
});

/** One item that asks a person, so that the lists have something to be answered. */
const LISTS: ListPack = {
  format: 'chidu-lists/1',
  id: 'test-lists',
  version: '1',
  title: { zh: '测试清单' },
  sample: true,
  publisher: '测试',
  publication: null,
  from: '2026-01-01',
  to: null,
  departments: [{ id: 'food', name: { zh: '食品' } }],
  facts: [],
  items: [
    {
      number: 1,
      list: 'mitigate',
      department: 'food',
      matter: { zh: '未取得许可从事食品生产' },
      violation: 'food-unlicensed-operation',
      basis: '测试',
      requirements: [{ label: { zh: '主动配合调查' } }],
    },
  ],
};

test('can be worked by the keyboard alone', async () => {
  await desk.worker.evaluate(
    `chrome.storage.local.set({ 'pack:lists': { text: ${JSON.stringify(JSON.stringify(LISTS))}, from: 'file' } })`,
  );
  const it = row('20260138');
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  const records = [1, 2, 3].map((index) => ({
    format: 'chidu-case-record/1',
    id: `r${index}`,
    facts: `${it.wfss}${['查获账册。', '店招已拆除。', '设备已封存。'][index - 1]}`,
    violation: it.expected.violation,
    fine: index * 5_000_000,
    statutes: [],
    factors: {},
    source: { name: '示例' },
  }));
  await options.setInputFiles('#library-file', {
    name: 'cases.jsonl',
    mimeType: 'application/json',
    buffer: Buffer.from(records.map((one) => JSON.stringify(one)).join('\n')),
  });
  await options.waitForSelector('#library-held >> text=已载入 3 件');
  await options.close();

  const { page, tab } = await openTab(desk, address(it.ajid));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('.examined');
  await panel.waitForSelector('[data-item] input');
  const focused = () =>
    panel.evaluate(() => {
      const at = document.activeElement;
      const stops = {
        examined: '.examined input',
        factor: '[data-factor] *',
        list: '[data-item] input',
        like: '[data-record] summary',
        reasons: 'textarea[aria-labelledby=paragraph]',
        sign: '.sign',
        due: '[data-period] summary',
        checks: '#checks',
        history: '#history',
      };
      return Object.entries(stops).find(([, selector]) => at?.matches(selector))?.[0] ?? '';
    });
  const codes = await panel.locator('.code').count();
  const worked = new Set<string>();
  let toSign = 0;
  for (let keys = 1; keys < 150 && !worked.has('history'); keys += 1) {
    await panel.keyboard.press('Tab');
    const at = await focused();
    if (at) worked.add(at);
    // What was answered when the case was open before is still answered.
    if (at === 'examined' || at === 'list') {
      const isChecked = await panel.evaluate(() => document.activeElement?.matches(':checked'));
      if (!isChecked) await panel.keyboard.press('Space');
    }
    if (at === 'factor') {
      await panel.keyboard.press('ArrowDown');
      // Past the last factor come the like cases, when they have been found.
      if ((await panel.locator('[data-factor] .needed').count()) === 0)
        await panel.waitForSelector('[data-record]');
    }
    if (at === 'reasons') {
      await panel.keyboard.press('Control+End');
      await panel.keyboard.type('补充一句。');
    }
    if (['like', 'due', 'checks', 'history'].includes(at)) {
      await panel.keyboard.press('Enter');
      expect(await panel.evaluate(() => document.activeElement?.closest('details')?.open)).toBe(
        true,
      );
    }
    if (at === 'sign' && toSign === 0) {
      toSign = keys;
      await panel.keyboard.press('Enter');
      await until(async () => (await panel.locator('.code').count()) > codes);
    }
  }
  const all = 'checks due examined factor history like list reasons sign';
  expect([...worked].sort().join(' ')).toBe(all);
  expect(await panel.isChecked('.examined input')).toBe(true);
  expect(await panel.isChecked('[data-item] input')).toBe(true);
  expect(await panel.inputValue('textarea[aria-labelledby=paragraph]')).toContain('补充一句。');
  expect(await panel.locator('[data-check]').first().isVisible()).toBe(true);
  expect(await panel.locator('[data-event]').first().isVisible()).toBe(true);
  expect(toSign).toBeLessThan(60);
  for (const open of [panel, page]) await open.close();
});

test('has no violation of accessibility rules, in both languages and in the dark', async () => {
  const { page, tab } = await openTab(desk, address('20260138'));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('.examined');
  await judge(panel, 2);
  await panel.emulateMedia({ colorScheme: 'light' });
  expect(await faults(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'dark' });
  await panel.click('header button');
  await panel.waitForSelector('text=Suggested fine');
  expect(await faults(panel)).toEqual([]);
  expect(await panel.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
  await panel.click('header button');
  await panel.goto(panel.url().replace(/sidepanel.*/, 'options.html'));
  await panel.waitForSelector('#adapters');
  expect(await faults(panel)).toEqual([]);
  for (const open of [panel, page]) await open.close();
});

test('keeps what is being typed into the settings when another setting arrives', async () => {
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  const officer = await options.locator('#officer-name').inputValue();
  await options.locator('#officer-name').fill(`${officer}甲`);
  await options.evaluate(`chrome.storage.local.get('settings').then(({ settings }) =>
    chrome.storage.local.set({
      settings: { ...settings, authority: { ...settings.authority, name: '兰汀市局' } },
    }))`);
  await until(async () => (await options.locator('#authority-name').inputValue()) === '兰汀市局');
  expect(await options.locator('#officer-name').inputValue()).toBe(`${officer}甲`);
  await options.close();
});
