import type { ServerResponse } from 'node:http';
import type { IssueRequest, LogEvent } from '@chidu/sdk/api';
import { caseHistories } from '@chidu/sdk/oversight';
import { disputesOf } from '@chidu/sdk/oversight/advice';
import { chinaDay } from '@chidu/sdk/text';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { AUTHORITY } from '../../demo/legacy/cases.ts';
import { verdict } from '../../demo/portal-visit.ts';
import { verdictOf } from '../../demo/service-loop.ts';
import { build } from '../build.ts';
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

/** The desk with the real service: what it asks is done once, whatever is lost, killed or restarted in between. */
let desk: Desk;

beforeAll(async () => {
  build('widget');
  desk = await openDesk();
  await enrol(desk);
  const options = await openOptions();
  // The list is where the desk looks by itself: at /trust-list.txt of the portal.
  const roots = await (await fetch(`${desk.server.url}/roots.json`)).text();
  await options.setInputFiles('#roots', {
    name: 'roots.json',
    mimeType: 'application/json',
    buffer: Buffer.from(roots),
  });
  await options.waitForSelector('#roots-held >> text=演示根密钥一');
  await fillAndLeave(options, '#service-address', desk.server.url);
  await setTo(options, 'service', desk.server.url);
  await options.close();
});
afterEach(() => vi.restoreAllMocks());
afterAll(() => desk.close());

async function openOptions(): Promise<Page> {
  const page = await desk.context.newPage();
  await page.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  return page;
}

const legacy = (ajid: string) => `${desk.server.url}/legacy/?ajid=${ajid}`;

/** The feed as the auditor reads it: the events of a kind since the last time it was asked for. */
let read = 0;
async function news(kind: string): Promise<readonly LogEvent[]> {
  const query = {
    authority: AUTHORITY.code,
    year: chinaDay(Date.now()).slice(0, 4),
    from: String(read),
  };
  const called = await desk.server.service.client('auditor').listEvents({ query });
  if (!called.ok) return expect.fail(called.error);
  read = called.answer.next;
  return called.answer.events.filter((event) => event.kind === kind);
}

/** The service does what it is asked, and its answers never arrive. */
function loseAnswers(): void {
  const { service } = desk.server;
  const real = service.fetch.bind(service);
  vi.spyOn(service, 'fetch').mockImplementation(async (request, env) => {
    const answer = await real(request, env);
    if (request.method === 'GET') return answer;
    (env as { outgoing: ServerResponse }).outgoing.destroy();
    return answer;
  });
}

/** The service is out of reach: connections break before it hears of anything. */
function takeAway(): void {
  vi.spyOn(desk.server.service, 'fetch').mockImplementation((_, env) => {
    (env as { outgoing: ServerResponse }).outgoing.destroy();
    return new Response(null, { status: 503 });
  });
}

async function killWorker(page: Page): Promise<void> {
  const session = await desk.context.newCDPSession(page);
  const { targetInfos } = await session.send('Target.getTargets');
  for (const { type, targetId, url } of targetInfos)
    if (type === 'service_worker' && url.startsWith('chrome-extension:'))
      await session.send('Target.closeTarget', { targetId });
}

test('issues through the service one code that the log holds, any verifier accepts and the party can dispute', async () => {
  const { page, tab } = await openTab(desk, legacy('20260138'));
  const panel = await openPanel(desk, tab);
  await judge(panel, 1);
  await panel.dblclick('.sign');
  await panel.waitForSelector('.code');
  expect(await panel.locator('.code').count()).toBe(1);
  const address = (await panel.getAttribute('.code a', 'href')) ?? '';
  const checkCode = await panel.textContent('.code b');
  const fine = ((await panel.textContent('.amount')) ?? '').replace(/[元,]/g, '');

  const notice = await openNotice(desk, page, fine);
  await notice.waitForSelector('chidu-code', { state: 'attached' });

  const [issued, ...more] = await news('issued');
  expect(more).toEqual([]);
  const found = await verdictOf(address, desk.server, () => new Date());
  expect(found.checkCode).toBe(checkCode);
  expect(found.payload).toMatchObject({ fine: Number(fine) * 100, authority: AUTHORITY.code });
  expect(found.codeId).toBe(issued?.codeId);
  expect(found.steps.flatMap(({ id, finding }) => (finding.state === 'pass' ? [] : [id]))).toEqual(
    [],
  );

  const portal = await desk.context.newPage();
  const fragment = address.slice(address.indexOf('#'));
  const states = await verdict(portal, `${desk.server.url}/hall${fragment}`);
  expect(Object.values(states)).toEqual(Object.keys(states).map(() => 'pass'));
  expect(Object.keys(states)).toContain('log');

  // The party disputes a factor, the supervision body upholds it, and the log alone says that the benchmark is disputed there.
  await portal.locator('[data-gate] input').fill(checkCode?.slice(-4) ?? '');
  await portal.keyboard.press('Enter');
  await portal.locator('#about input').first().check();
  await portal.locator('#reasons').fill('发现前已经改正。');
  await portal.locator('[data-objecting] button[type=submit]').click();
  await portal.locator('[data-sent=received]').first().waitFor();
  await uphold();
  const { points } = disputesOf(caseHistories(await entries()).cases);
  const disputed = points.filter(({ objected }) => objected.numerator > 0);
  const once = { numerator: 1, denominator: 1 };
  const violation = issued?.data?.violation;
  expect(disputed).toMatchObject(
    ['factor', 'option'].map((kind) => ({
      point: { violation, kind, factor: 1 },
      objected: once,
      upheld: once,
    })),
  );
  for (const open of [portal, notice, panel, page]) await open.close();
});

/** Everything in the log so far, as the board reads it. */
async function entries(): Promise<readonly LogEvent[]> {
  const query = { authority: AUTHORITY.code, year: chinaDay(Date.now()).slice(0, 4), from: '0' };
  const called = await desk.server.service.client('auditor').listEvents({ query });
  return called.ok ? called.answer.events : expect.fail(called.error);
}

/** The supervision body takes up the one objection and finds for the party. */
async function uphold(): Promise<void> {
  const authority = AUTHORITY.code;
  const client = desk.server.service.client('supervisor');
  const queue = await client.listObjections({ query: { authority } });
  const [one, ...more] = queue.ok ? queue.answer.objections : expect.fail(queue.error);
  expect(more).toEqual([]);
  const number = one?.number ?? expect.fail('no objection');
  const step = (version: number, step: 'accept' | 'answer', said = {}) =>
    client.stepObjection({
      params: { number },
      body: { format: 'chidu-objection-step/1', authority, step, version, ...said },
    });
  expect(await step(0, 'accept')).toMatchObject({ ok: true });
  const answer = { result: 'upheld', text: '改正在发现之前，应当重新认定。' };
  expect(await step(1, 'answer', answer)).toMatchObject({ ok: true });
}

test('has one code when its answer was lost, the worker killed, the service restarted, the panel closed', async () => {
  const ajid = '20260137';
  const { page, tab } = await openTab(desk, legacy(ajid));
  let panel = await openPanel(desk, tab);
  await judge(panel, 1);
  loseAnswers();
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn');
  expect(await panel.locator('.code').count()).toBe(0);
  // It was done all the same.
  const [first, ...more] = await news('issued');
  expect([first?.kind, more]).toEqual(['issued', []]);
  await panel.close();
  await killWorker(page);
  vi.restoreAllMocks();
  await desk.server.service.restart();

  panel = await openPanel(desk, tab);
  await panel.waitForSelector('[data-outcome=fine]');
  await panel.click('.sign');
  await panel.waitForSelector('.code');
  expect(await news('issued')).toEqual([]);
  const address = (await panel.getAttribute('.code a', 'href')) ?? '';
  expect((await verdictOf(address, desk.server, () => new Date())).codeId).toBe(first?.codeId);
  for (const open of [panel, page]) await open.close();
});

test('takes in the code of a lost answer when the officer decided otherwise meanwhile, then replaces it', async () => {
  const { page, tab } = await openTab(desk, legacy('20260137'));
  const panel = await openPanel(desk, tab);
  await judge(panel, 1);
  loseAnswers();
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn');
  const [first, ...more] = await news('issued');
  expect([first?.kind, more]).toEqual(['issued', []]);
  vi.restoreAllMocks();

  const band = (await panel.textContent('#fine-hint')) ?? '';
  const [, least = '', most = ''] = /在 ([\d,.]+)元 至 ([\d,.]+)元/.exec(band) ?? [];
  const suggested = (await panel.textContent('.amount')) ?? '';
  const fine = suggested.startsWith(most) ? least : most;
  await panel.fill('#fine', fine);
  await panel.fill('#departure', '当事人隐瞒部分进货票据');
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn >> text=应答丢失');
  expect(await news('issued')).toEqual([]);
  const current = (): Promise<string | null> =>
    panel.getAttribute('.code:not(.superseded)', 'data-code');
  expect(await current()).toBe(first?.codeId);

  await panel.click('.sign');
  await until(async () => (await current()) !== first?.codeId);
  const [second, ...others] = await news('issued');
  expect(others).toEqual([]);
  expect(second?.data).toMatchObject({
    replaces: 'reissued',
    fine: Number(fine.replaceAll(',', '')) * 100,
  });
  expect(await current()).toBe(second?.codeId);
  for (const open of [panel, page]) await open.close();
});

test("takes over a colleague's code when the case was handed over, and says why", async () => {
  const { page, tab } = await openTab(desk, legacy('20260138'));
  const panel = await openPanel(desk, tab);
  await judge(panel, 1);
  // What the desk would send, sent by a colleague.
  const { service } = desk.server;
  let body: IssueRequest | undefined;
  vi.spyOn(service, 'fetch').mockImplementation(async (request, env) => {
    if (request.url.endsWith('/v1/codes')) body = await request.json();
    (env as { outgoing: ServerResponse }).outgoing.destroy();
    return new Response(null, { status: 503 });
  });
  await panel.click('.sign');
  await panel.waitForSelector('[role=alert] .warn');
  vi.restoreAllMocks();
  const { replaces, ...asked } = body ?? expect.fail('nothing was asked for');
  const before = replaces?.codeId ?? expect.fail('replaces nothing');
  const theirs = await service.client('officer').issueCode({
    body: { ...asked, replaces: { codeId: before, why: 'handed-over', reason: '承办人休假' } },
  });
  if (!theirs.ok) return expect.fail(theirs.error);

  await panel.click('.sign');
  await panel.waitForSelector('#take-over');
  expect(await panel.isDisabled('#take-over-sign')).toBe(true);
  await panel.fill('#take-over-reason', '原承办人已调离本科室');
  await panel.click('#take-over-sign');
  await until(async () => (await panel.locator('#take-over').count()) === 0);
  const issued = await news('issued');
  expect(issued.map(({ codeId, data }) => [codeId, data?.replaces])).toEqual([
    [theirs.answer.codeId, 'handed-over'],
    [await panel.getAttribute('.code:not(.superseded)', 'data-code'), 'handed-over'],
  ]);
  for (const open of [panel, page]) await open.close();
});

test('tells each step once when the service was away and the worker killed', async () => {
  const options = await openOptions();
  await outboxSays(options, '待发送 0 件，被服务拒绝 0 件');
  await news('stage');
  takeAway();
  const { page } = await openTab(desk, legacy('20260145'));
  await outboxSays(options, '待发送 2 件');
  await killWorker(options);
  vi.restoreAllMocks();
  await desk.server.service.restart();
  expect(await news('stage')).toEqual([]);
  // The wait after a failure, then any sign of life wakes the worker.
  await outboxDue(options);
  await page.frame('mainFrame')?.evaluate(() => {
    const day = document.querySelector<HTMLInputElement>('[name=gzrq]');
    if (day) day.value = '2026-11-20';
    day?.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await outboxSays(options, '待发送 0 件，被服务拒绝 0 件');
  const told = (await news('stage')).map(({ data }) => `${data?.stage} ${data?.on}`);
  // The page fills in today as the day of the notice, until the officer says another.
  const today = chinaDay(Date.now());
  expect(told).toEqual(['filed 2026-09-15', `noticed ${today}`, 'noticed 2026-11-20']);
  for (const open of [options, page]) await open.close();
});
