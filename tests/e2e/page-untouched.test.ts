import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodeGbk } from '../../demo/legacy/gbk.ts';
import { rasterise } from '../../demo/paper.ts';
import { openPages, type Pages } from '../../extension/tool/open-pages.ts';
import { until } from './browser.ts';
import { type Desk, held, openDesk, openTab } from './desk.ts';

/** What the page is with the extension and without it: the same, but for one host element. */
let desk: Desk;
let bare: Pages;
let server: ReturnType<typeof serve>;
let origin: string;
let posted: string[] = [];

const CONTROLS = Array.from(
  { length: 12 },
  (_, row) => `<p><input size="150" name="r${row}" value="${row}"> <a href="#${row}">链接</a></p>`,
).join('');
const CASE = `<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"><title>案件</title></head><body onload="window.loaded = 1"><form method="post" action="save"><table border="1">
<tr><td>案件编号：</td><td>兰市监案〔2026〕9号</td><td>当事人：</td><td><input name="dsr" value="兰汀市拟真厂"></td></tr>
<tr><td>当事人类型：</td><td><select name="lx"><option>法人</option></select></td><td>违法行为终了日期：</td><td>2026-09-07</td></tr>
<tr><td>违法行为：</td><td>发布虚假广告</td><td>广告费用（元）：</td><td><input name="fee" value="12,800.00"></td></tr>
</table><textarea name="ms">当事人……</textarea><input type="hidden" name="state" value="/wEPDw"><button>保存</button></form>`;
const PAGES: Readonly<Record<string, string>> = {
  case: `${CASE}<div style="height:3000px">　</div></body></html>`,
  crowded: `${CASE}<div style="position:fixed;right:0;bottom:0"><button style="width:260px;height:60px">提交审批</button></div>${CONTROLS}</body></html>`,
};

beforeAll(async () => {
  [desk, bare] = await Promise.all([openDesk(), openPages()]);
  const site = new Hono();
  site.get(
    '/legacy/ajgl/ajdetail.jsp',
    ({ req }) =>
      new Response(encodeGbk(PAGES[req.query('page') ?? ''] ?? ''), {
        headers: { 'content-type': 'text/html' },
      }),
  );
  site.post('/legacy/ajgl/save', async (context) => {
    posted.push(Buffer.from(await context.req.arrayBuffer()).toString('latin1'));
    return context.text('ok');
  });
  origin = await new Promise((resolve) => {
    server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve(`http://localhost:${port}`),
    );
  });
});
afterAll(async () => {
  await desk.close();
  await bare.close();
  server.close();
});

const address = (name: string): string => `${origin}/legacy/ajgl/ajdetail.jsp?page=${name}`;
const recognised = (tab: number): Promise<void> =>
  until(
    async () => JSON.stringify(await held(desk.worker, `tab:${tab}`))?.includes('1280000') === true,
  );

/** Everything of a page that a script of it could see, less our one element. */
const stateOf = (page: Page) =>
  page.evaluate(() => {
    const copy = document.documentElement.cloneNode(true) as Element;
    for (const host of copy.querySelectorAll('chidu-launcher')) host.remove();
    const { scrollWidth, scrollHeight, attributes } = document.documentElement;
    return {
      html: copy.outerHTML,
      values: [...document.querySelectorAll<HTMLInputElement>('input,select,textarea')].map(
        (one) => one.value,
      ),
      size: [scrollWidth, scrollHeight, attributes.length],
      globals: Object.keys(globalThis).filter((key) => /chidu/i.test(key)),
      sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
      active: document.activeElement?.tagName,
    };
  });

const save = async (page: Page): Promise<string> => {
  posted = [];
  await page.click('form button');
  await until(async () => posted.length > 0);
  return posted.join('\n');
};

test('a case page is the same with and without the extension: nodes, values, size, post', async () => {
  const { page, tab } = await openTab(desk, address('case'));
  await recognised(tab);
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  expect(await page.locator('chidu-launcher').count()).toBe(1);
  const without = await bare.open(address('case'));
  await page.setViewportSize({ width: 1000, height: 700 });
  await without.page.setViewportSize({ width: 1000, height: 700 });
  expect(await stateOf(page)).toEqual(await stateOf(without.page));
  expect(await save(page)).toBe(await save(without.page));
  await page.close();
  await without.close();
});

test('prints the same paper with and without the extension', async () => {
  const { page, tab } = await openTab(desk, address('case'));
  await recognised(tab);
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  const without = await bare.open(address('case'));
  const folder = mkdtempSync(join(tmpdir(), 'chidu-paper-'));
  const papers: Buffer[][] = [];
  for (const [name, one] of [
    ['with', page],
    ['without', without.page],
  ] as const) {
    const path = join(folder, `${name}.pdf`);
    await one.pdf({ path, printBackground: true });
    papers.push((await rasterise(path, 72)).map((png) => readFileSync(png)));
  }
  const [ours = [], theirs = []] = papers;
  expect(ours.length).toBe(theirs.length);
  expect(ours.every((png, index) => png.equals(theirs[index] ?? Buffer.alloc(0)))).toBe(true);
  await page.close();
  await without.close();
});

const box = (page: Page) =>
  page.evaluate(() => {
    const {
      left = 0,
      top = 0,
      width = 0,
      height = 0,
    } = document.querySelector('chidu-launcher')?.getBoundingClientRect() ?? {};
    return { left, top, width, height };
  });

test('the launcher stands on no control, moves by hand and by keys, and stays in the window', async () => {
  const { page, tab } = await openTab(desk, address('crowded'));
  await page.setViewportSize({ width: 1200, height: 500 });
  await recognised(tab);
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  // It looks for a free place when it is shown and whenever the window changes.
  await page.waitForFunction(() => {
    const host = document.querySelector('chidu-launcher');
    const own = host?.getBoundingClientRect();
    return (
      own &&
      [...document.querySelectorAll('input,button,a,select,textarea')].every((control) => {
        const other = control.getBoundingClientRect();
        return (
          other.left >= own.right ||
          other.right <= own.left ||
          other.top >= own.bottom ||
          other.bottom <= own.top
        );
      })
    );
  });
  const start = await box(page);
  await page.mouse.move(start.left + 20, start.top + 10);
  await page.mouse.down();
  await page.mouse.move(start.left - 80, start.top - 40, { steps: 5 });
  await page.mouse.up();
  const moved = await box(page);
  expect(Math.abs(moved.left - start.left)).toBeGreaterThan(50);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  for (let step = 0; step < 80; step += 1) await page.keyboard.press('ArrowLeft');
  expect((await box(page)).left).toBeGreaterThanOrEqual(0);
  expect(
    await page.evaluate(() => document.querySelector('chidu-launcher')?.attributes.length),
  ).toBe(0);
  await page.close();
});

test('a click on a launcher that the page has made transparent or covered opens nothing', async () => {
  const { page, tab } = await openTab(desk, address('case'));
  await recognised(tab);
  await page.waitForSelector('chidu-launcher', { state: 'attached' });
  await page.waitForTimeout(700);
  const cdp = await (desk.context.browser() ?? expect.fail('no browser')).newBrowserCDPSession();
  const panels = async (): Promise<number> =>
    (await cdp.send('Target.getTargets')).targetInfos.filter(({ url }) =>
      url.endsWith('/sidepanel.html'),
    ).length;
  const click = async () => {
    const { left, top } = await box(page);
    await page.mouse.click(left + 20, top + 12);
  };
  await page.evaluate(() => document.documentElement.style.setProperty('opacity', '0.05'));
  await click();
  await page.evaluate(() => {
    document.documentElement.style.removeProperty('opacity');
    const cover = document.createElement('dialog');
    cover.setAttribute('style', 'position:fixed;inset:0;width:100%;height:100%;opacity:0');
    document.body.append(cover);
    cover.showModal();
  });
  await click();
  await page.waitForTimeout(500);
  expect(await panels()).toBe(0);
  await page.evaluate(() => document.querySelector('dialog')?.remove());
  await click();
  await until(async () => (await panels()) === 1);
  await page.close();
});
