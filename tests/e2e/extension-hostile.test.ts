import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, held, openDesk, openPanel, openTab, until } from './desk.ts';

/** A case page like the demonstration's, with something against us in its head. */
const casePage = (head: string): string => `<!doctype html><meta charset="utf-8"><title>案件</title>
${head}<table>
<tr><td>案件编号：</td><td>兰市监案〔2026〕9号</td><td>当事人：</td><td>兰汀市拟真厂</td></tr>
<tr><td>当事人类型：</td><td>法人</td><td>违法行为终了日期：</td><td>2026-09-07</td></tr>
<tr><td>违法行为：</td><td>发布虚假广告</td><td>广告费用（元）：</td><td id="fee">12,800.00</td></tr>
</table>`;

const PAGES: Readonly<Record<string, string>> = {
  csp: casePage(''),
  poison: casePage(`<script>
    for (const of of [Array, Map, Set, String, Promise])
      for (const name of Object.getOwnPropertyNames(of.prototype))
        try { of.prototype[name] = () => { throw new Error('poisoned'); }; } catch {}
    Element.prototype.attachShadow = () => { throw new Error('poisoned'); };
    Document.prototype.querySelectorAll = () => [];
    Document.prototype.createTreeWalker = () => null;
    globalThis.chiduReader = { now: () => ({ kind: 'case', fields: [] }) };
  </script>`),
  hide: casePage('<style>*,chidu-launcher{display:none!important;opacity:0!important}</style>'),
  delete: casePage(`<script>
    globalThis.rounds = 0;
    new MutationObserver(() => {
      globalThis.rounds += 1;
      document.querySelectorAll('chidu-launcher').forEach((host) => host.remove());
    }).observe(document, { childList: true, subtree: true });
  </script>`),
  restless: casePage(`<p id="clock"></p><script>
    setInterval(() => { document.getElementById('clock').textContent = Math.random(); }, 5);
    addEventListener('load', () => {
      const fee = document.getElementById('fee');
      const value = fee.textContent;
      fee.textContent = '';
      setTimeout(() => { fee.textContent = value; }, 1500);
    });
  </script>`),
};

/** Where a case may stand: deep in framesets, or in a frame that a script writes later, and writes again. */
const PLACES: Readonly<Record<string, string>> = {
  nested: '<frameset cols="*,*"><frame src="?page=inner"><frame src="?page=none"></frameset>',
  inner: '<frameset rows="*"><frame name="deep" src="?page=plain"></frameset>',
  plain: casePage(''),
  written: `<!doctype html><iframe name="late"></iframe><script>
    const write = (text) => {
      const { document } = frames.late;
      document.open();
      document.write(text);
      document.close();
    };
    setTimeout(write, 300, '<p>请稍候</p>');
    setTimeout(write, 900, ${JSON.stringify(casePage('')).replaceAll('<', '\\x3c')});
  </script>`,
};

let desk: Desk;
let server: ReturnType<typeof serve>;
let origin: string;

beforeAll(async () => {
  desk = await openDesk();
  const site = new Hono();
  site.get('/legacy/ajgl/ajdetail.jsp', (context) => {
    const name = context.req.query('page') ?? '';
    if (name === 'csp') context.header('content-security-policy', "default-src 'none'");
    return context.html({ ...PAGES, ...PLACES }[name] ?? '');
  });
  origin = await new Promise((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    );
  });
});
afterAll(async () => {
  await desk.close();
  server.close();
});

const open = (name: string): Promise<{ page: Page; tab: number }> =>
  openTab(desk, `${origin}/legacy/ajgl/ajdetail.jsp?page=${name}`);

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
  await page.goto(`${origin}/legacy/ajgl/ajdetail.jsp?page=csp`);
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
