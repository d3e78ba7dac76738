import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { AUTHORITY, CASES } from '../../demo/legacy/cases.ts';
import { faults } from './axe.ts';
import { until } from './browser.ts';
import {
  type Desk,
  EXTENSION_ID,
  enrol,
  fillAndLeave,
  judge,
  openDesk,
  openNotice,
  openPanel,
  openTab,
  outboxDue,
  outboxSays,
  setTo,
} from './desk.ts';

/** What the panel shows of a case over all its pages, and what the service is told of it. */
let desk: Desk;
let service: Server;
let address: string;
/** Requests as the service took them: the id of each, in the order of arrival, and how to answer. */
interface Taken {
  readonly id: string;
  readonly path: string;
  readonly body: string;
  readonly answered: number;
}
const taken: Taken[] = [];
let answer = 201;

beforeAll(async () => {
  desk = await openDesk();
  await enrol(desk);
  service = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const said = Buffer.from(
      String(request.headers.authorization).replace('Chidu ', ''),
      'base64url',
    );
    const id = /"id":\s*"([^"]+)"/.exec(said.toString())?.[1] ?? '';
    taken.push({ id, path: request.url ?? '', body, answered: answer });
    response.writeHead(answer, { 'content-type': 'application/json' }).end('{}');
  });
  await new Promise<void>((resolve) => service.listen(0, '127.0.0.1', resolve));
  address = `http://localhost:${(service.address() as AddressInfo).port}`;
});
afterAll(async () => {
  await desk.close();
  service.close();
});

const STORY = CASES.find(({ ajid }) => ajid === '20260138') ?? expect.fail('no case');
const legacy = (ajid: string) => `${desk.server.url}/legacy/?ajid=${ajid}`;

test('says what is due and why, checks the file, and keeps a history without names', async () => {
  const { page, tab } = await openTab(desk, legacy(STORY.ajid));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('[data-period=decide]');
  // 2026-09-08 and ninety days.
  expect(await panel.textContent('[data-period=decide] summary')).toContain('2026-12-07');
  await panel.click('#checks');
  expect(await panel.getAttribute('[data-check=two-officers]', 'data-state')).toBe('ok');
  expect(await panel.getAttribute('[data-check=decision-remedies]', 'data-state')).toBe('unseen');
  expect(await panel.textContent('[data-step=filed]')).toBe(STORY.larq);
  expect(await panel.textContent('[data-step=closed]')).toBe('未见');
  await judge(panel, 1);
  await panel.waitForSelector('[data-event=assessed]', { state: 'attached' });
  await panel.click('#history');
  const history = (await panel.textContent('.history')) ?? '';
  expect(history).toContain('立案');
  expect(history).not.toContain(STORY.dsrxm);

  // A change on the page is a line in the history, by digest.
  await page.frame('mainFrame')?.fill('[name=dsrxm]', '兰汀市另一家食品商店');
  await panel.waitForSelector('[data-event=value-changed]');
  expect(await panel.textContent('.history')).not.toContain('另一家');

  expect(await faults(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: 'dark' });
  expect(await faults(panel)).toEqual([]);
  await panel.emulateMedia({ colorScheme: null, forcedColors: 'active' });
  expect(await faults(panel)).toEqual([]);
  await panel.emulateMedia({ forcedColors: null });
  await page.close();
  await panel.close();
});

test('shows on the page where a value was read, and leaves the page as it was', async () => {
  const { page, tab } = await openTab(desk, legacy('20260150'));
  const panel = await openPanel(desk, tab);
  const field = '[data-field="facts.goodsValue"]';
  await panel.waitForSelector('[data-field=party][data-state=read]');
  const frame = page.frame('mainFrame') ?? expect.fail('no frame');
  const html = () => frame.evaluate(() => document.documentElement.outerHTML);
  const marked = () =>
    frame.evaluate(() =>
      document.getAnimations().map((one) => {
        const { target } = one.effect as KeyframeEffect;
        return target?.querySelector('input')?.name ?? '';
      }),
    );
  const before = await html();
  await panel.hover('[data-field=party]');
  await until(async () => (await marked()).includes('dsrxm'));
  expect(await html()).toBe(before);
  await panel.mouse.move(0, 0);
  await until(async () => (await marked()).length === 0);
  // The same by the keyboard.
  await panel.focus('[data-field=party] button');
  await until(async () => (await marked()).includes('dsrxm'));
  expect(await html()).toBe(before);
  expect(await panel.locator(field).count()).toBeLessThan(2);
  await page.close();
  await panel.close();
});

test('makes the paragraph of reasons, keeps what the officer changed, and says what is outdated', async () => {
  const { page, tab } = await openTab(desk, legacy('20260138'));
  const panel = await openPanel(desk, tab);
  await judge(panel, 1);
  const box = panel.locator('textarea[aria-labelledby=paragraph]');
  const made = await box.inputValue();
  expect(made).toContain('综上，本局拟对当事人处罚款人民币');
  expect(made).not.toContain(STORY.dsrxm);
  await desk.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await panel.bringToFront();
  await panel.click('#copy-paragraph');
  await panel.waitForSelector('text=已复制');
  expect(await panel.evaluate(() => navigator.clipboard.readText())).toBe(made);
  await box.fill(`${made}补充一句。`);
  const [factor] = await panel.$$eval('[data-factor]', (rows) =>
    rows.map((row) => row.getAttribute('data-factor') ?? ''),
  );
  await panel.selectOption(`#factor-${factor}`, { index: 2 });
  await panel.waitForSelector('text=下面的文字是按原来的结果写的');
  expect(await box.inputValue()).toContain('补充一句。');
  await page.close();
  await panel.close();
});

test('notices that a notice was changed after its code, and puts codes on decisions too', async () => {
  const { page, tab } = await openTab(desk, legacy('20260137'));
  const panel = await openPanel(desk, tab);
  await judge(panel, 1);
  await panel.click('.sign');
  await panel.waitForSelector('.code');
  const fine = ((await panel.textContent('.amount')) ?? '').replace(/[元,]/g, '');
  const notice = await openNotice(desk, page, fine);
  await notice.waitForSelector('chidu-code', { state: 'attached' });
  await panel.waitForSelector('[data-event=paper-bound]', { state: 'attached' });
  expect(await panel.locator('[data-concern=paper-changed]').count()).toBe(0);
  await notice.evaluate(() => {
    const party = document.querySelector('.dsr');
    if (party) party.textContent = '兰汀市另一家食品有限公司：';
  });
  await panel.waitForSelector('[data-concern=paper-changed]');
  expect(await panel.textContent('[data-concern=paper-changed]')).toContain(
    '兰市监罚告〔2026〕137号',
  );
  expect(await panel.locator('[data-event=paper-changed]').count()).toBe(1);

  // The decision has a number and a code of its own.
  await panel.selectOption('#document-kind', '3');
  await panel.waitForSelector('[data-field=decisionNumber][data-state=read]');
  await panel.click('.sign');
  await until(async () => (await panel.locator('.code').count()) === 2);
  expect(await panel.locator('.superseded').count()).toBe(0);
  const frame = page.frame('mainFrame') ?? expect.fail('no frame');
  await page.bringToFront();
  await frame.fill('[name=jdrq]', '2026-11-22');
  const [decision] = await Promise.all([
    desk.context.waitForEvent('page'),
    frame.click('[name=dyjds]'),
  ]);
  await decision.waitForSelector('chidu-code', { state: 'attached' });
  await panel.click('#checks');
  await panel.waitForSelector('[data-check=decision-remedies][data-state=ok]');
  expect(await panel.getAttribute('[data-check=not-heavier]', 'data-state')).toBe('ok');
  for (const open of [decision, notice, page, panel]) await open.close();
});

test('says that a page no longer shows the case it showed', async () => {
  const { page, tab } = await openTab(desk, legacy('20260142'));
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('[data-period=decide]');
  await page
    .frame('mainFrame')
    ?.evaluate(() => document.body.replaceChildren('该案件不存在或者已被删除。'));
  await panel.waitForSelector('[data-concern=number-vanished]');
  await page.close();
  await panel.close();
});

test('finds like cases on this machine, says why and where they differ, and when it is not sure', async () => {
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  const record = (index: number, part: object) => ({
    format: 'chidu-case-record/1',
    id: `r${index}`,
    title: `示例案例${index}`,
    facts: '当事人未取得食品经营许可从事食品经营。',
    statutes: [],
    factors: {},
    source: { name: '示例' },
    ...part,
  });
  // Enough for a regression: the fine follows the value, far above what the benchmark suggests.
  const lines = Array.from({ length: 40 }, (_, index) =>
    record(index, {
      facts: `${STORY.wfss}同时查明第${index}号情节。`,
      violation: 'food-unlicensed-operation',
      value: 1_000_000 + index * 50_000,
      fine: 30_000_000 + index * 1_500_000,
      ...(index === 3 && { guiding: true }),
    }),
  );
  lines.push(record(99, { violation: 'food-expired-or-false-date', fine: 5_000_000 }));
  const load = async (records: readonly object[]): Promise<void> => {
    await options.setInputFiles('#library-file', {
      name: 'cases.jsonl',
      mimeType: 'application/json',
      buffer: Buffer.from(records.map((one) => JSON.stringify(one)).join('\n')),
    });
    await options.waitForSelector(`#library-held >> text=已载入 ${records.length} 件`);
  };
  await load(lines);
  const requests: string[] = [];
  desk.context.on('request', (request) => {
    if (!/^(chrome-extension|blob|data):/.test(request.url())) requests.push(request.url());
  });
  const { page, tab } = await openTab(desk, legacy('20260138'));
  const panel = await openPanel(desk, tab);
  await judge(panel, 1);
  await panel.waitForSelector('[data-nearness=near]');
  const before = requests.length;
  const plot = (await panel.getAttribute('.spread svg', 'aria-label')) ?? '';
  const [, middle = ''] = /中位数 ([\d,.]+元)/.exec(plot) ?? [];
  await panel.waitForSelector(`[data-way=like-cases] >> text=${middle}`);
  await panel.waitForSelector('[data-way=regression] >> text=案例 40 件');
  await panel.waitForSelector('[data-way=guiding] >> text=345,000.00元');
  // Two ways that do not meet are named, and none of them is taken.
  expect(await panel.textContent('[data-between="benchmark like-cases"]')).toContain(
    '两者范围不相交',
  );
  expect(await panel.textContent('[data-way=benchmark]')).toContain(
    (await panel.textContent('.amount')) ?? 'none',
  );
  expect(await panel.locator('[data-record]').first().textContent()).toMatch(/违法行为 \d+%/);
  // A library without a case of this kind: nothing is made of it.
  await load([record(7, { violation: 'food-expired-or-false-date', fine: 5_000_000 })]);
  await panel.reload();
  await panel.waitForSelector('[data-nearness=none]');
  expect(await panel.textContent('[data-way=like-cases]')).toContain('依据不足');
  expect(await panel.textContent('[data-way=regression]')).toContain('依据不足');
  expect(requests.slice(before).filter((url) => !url.startsWith(desk.server.url))).toEqual([]);
  expect(await faults(panel)).toEqual([]);
  for (const open of [options, page, panel]) await open.close();
});

test('tells the service each step once, though answers are lost and the worker is killed', async () => {
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await fillAndLeave(options, '#service-address', address);
  await setTo(options, 'service', address);
  answer = 503;
  const { page } = await openTab(desk, legacy('20260145'));
  await until(async () => taken.length > 0);
  const [first] = taken;
  expect(first).toMatchObject({ path: '/v1/cases/stages' });
  expect(JSON.parse(first?.body ?? '')).toMatchObject({
    format: 'chidu-stage/1',
    authority: AUTHORITY.code,
    stage: 'filed',
    on: '2026-09-15',
  });
  for (const { body } of taken) expect(body).not.toMatch(/示例水果店|92990103/);

  const session = await desk.context.newCDPSession(options);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, targetId } of targetInfos)
    if (type === 'service_worker') await session.send('Target.closeTarget', { targetId });
  answer = 201;
  // The wait after a failure, then any sign of life wakes the worker.
  await outboxDue(options);
  await page.frame('mainFrame')?.evaluate(() => {
    const day = document.querySelector<HTMLInputElement>('[name=gzrq]');
    if (day) day.value = '2026-11-20';
    day?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await until(async () => taken.some(({ id, answered }) => id === first?.id && answered === 201));
  await outboxSays(options, '待发送 0 件');
  const ids = taken.map(({ id }) => id);
  const done = taken.filter(({ answered }) => answered === 201).map(({ id }) => id);
  expect(done.toSorted()).toEqual([...new Set(ids)].toSorted());
  expect(new Set(taken.map(({ body }) => JSON.parse(body).on)).size).toBe(new Set(ids).size);
  await fillAndLeave(options, '#service-address', '');
  await setTo(options, 'service', '');
  await page.close();
  await options.close();
});

test('forgets the cases of this machine on request', async () => {
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await options.click('#forget-now');
  await options.waitForSelector('#forgotten:not(:empty)');
  const left = await options.evaluate(
    () =>
      new Promise<number[]>((resolve) => {
        const open = indexedDB.open('chidu');
        open.onsuccess = () => {
          const stores = ['codes', 'dockets', 'history', 'outbox', 'keys'];
          const counts = stores.map(
            (name) =>
              new Promise<number>((done) => {
                const count = open.result.transaction(name).objectStore(name).count();
                count.onsuccess = () => done(count.result);
              }),
          );
          void Promise.all(counts).then((all) => {
            open.result.close();
            resolve(all);
          });
        };
      }),
  );
  expect(left).toEqual([0, 0, 0, 0, 1]);
  expect(await faults(options)).toEqual([]);
  await options.close();
});
