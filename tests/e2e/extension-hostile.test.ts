import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { until } from './browser.ts';
import { type Desk, held, openDesk, openPanel, openTab } from './desk.ts';
import { PAGES, serveHostile } from './pages/hostile.ts';

let desk: Desk;
let site: Awaited<ReturnType<typeof serveHostile>>;

beforeAll(async () => {
  desk = await openDesk();
  site = await serveHostile();
});
afterAll(async () => {
  await desk.close();
  site.close();
});

const open = (name: string): Promise<{ page: Page; tab: number }> =>
  openTab(desk, site.address(name));

const recognised = (tab: number): Promise<void> =>
  until(
    async () => JSON.stringify(await held(desk.worker, `tab:${tab}`))?.includes('1280000') === true,
  );

test.each([...Object.keys(PAGES), 'nested', 'written'])(
  'reads a case right, wherever it stands and whatever is done against it: %s',
  async (name) => {
    const { page, tab } = await open(name);
    await recognised(tab);
    const panel = await openPanel(desk, tab);
    await panel.waitForSelector('[data-field="facts.adFee"][data-state=read]');
    expect(await panel.textContent('[data-field="facts.adFee"] .value')).toContain('12,800.00元');
    for (const one of [panel, page]) await one.close();
  },
);

test('breaks nothing under a page policy that forbids everything', async () => {
  const page = await desk.context.newPage();
  const broken: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') broken.push(message.text());
  });
  await page.goto(site.address('csp'));
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  expect(await page.locator('chidu-launcher').boundingBox()).not.toBeNull();
  expect(broken.filter((text) => !text.includes('favicon'))).toEqual([]);
  await page.close();
});

test('stays visible under a style sheet that hides everything', async () => {
  const { page } = await open('hide');
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  const style = await page.evaluate(() => {
    const host = document.querySelector('chidu-launcher');
    const { display, opacity } = host ? getComputedStyle(host) : { display: '', opacity: '' };
    return { display, opacity };
  });
  expect(style).toEqual({ display: 'flex', opacity: '1' });
  await page.close();
});

test('does not fight a page that deletes it, and the page stays alive', async () => {
  const { page, tab } = await open('delete');
  await recognised(tab);
  await page.waitForTimeout(1500);
  const rounds = () => page.evaluate(() => (globalThis as unknown as { rounds: number }).rounds);
  const before = await rounds();
  await page.waitForTimeout(1000);
  expect((await rounds()) - before).toBeLessThan(5);
  await page.close();
});

test('reads a page that is never still more and more seldom', async () => {
  const { page, tab } = await open('restless');
  // Its value goes when the page has loaded, and comes back.
  await page.waitForFunction(() => (globalThis as unknown as { restored?: boolean }).restored);
  await recognised(tab);
  const stamp = async (): Promise<string> =>
    JSON.stringify(await held(desk.worker, `tab:${tab}`)) ?? '';
  const before = await stamp();
  await page.waitForTimeout(1500);
  // Nothing new was read, so nothing was reported.
  expect(await stamp()).toBe(before);
  await page.close();
});

test('cannot be asked for anything by the page', async () => {
  const { page, tab } = await open('csp');
  await recognised(tab);
  const reached = await page.evaluate(() => {
    const runtime = (globalThis as unknown as { chrome?: { runtime?: { sendMessage?: unknown } } })
      .chrome?.runtime;
    return {
      runtime: typeof runtime?.sendMessage,
      reader: typeof (globalThis as Record<string, unknown>).chiduReader,
      notice: typeof (globalThis as Record<string, unknown>).chiduNotice,
    };
  });
  expect(reached).toEqual({ runtime: 'undefined', reader: 'undefined', notice: 'undefined' });
  await page.close();
});

test('goes on where it was when the browser ends its worker', async () => {
  const { page, tab } = await open('csp');
  await recognised(tab);
  const panel = await openPanel(desk, tab);
  await panel.waitForSelector('[data-field="facts.adFee"][data-state=read]');
  const cdp = await (desk.context.browser() ?? expect.fail('no browser')).newBrowserCDPSession();
  const workers = async () =>
    (await cdp.send('Target.getTargets')).targetInfos.filter(
      ({ type }) => type === 'service_worker',
    );
  for (const { targetId } of await workers()) await cdp.send('Target.closeTarget', { targetId });
  await until(async () => (await workers()).length === 0);
  await page.evaluate(() => {
    const fee = document.getElementById('fee');
    if (fee) fee.textContent = '1.5万元';
  });
  await until(async () =>
    ((await panel.textContent('[data-field="facts.adFee"] .value')) ?? '').includes('15,000.00元'),
  );
  for (const one of [panel, page]) await one.close();
});
