import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { faults } from './axe.ts';
import { until } from './browser.ts';
import { type Desk, EXTENSION_ID, held, openDesk, openTab } from './desk.ts';
import { KINDS } from './pages/kinds.ts';
import { type LegacyServer, serveLegacy } from './pages/serve.ts';

let desk: Desk;
let server: LegacyServer;
beforeAll(async () => {
  [desk, server] = await Promise.all([openDesk(), serveLegacy()]);
});
afterAll(async () => {
  await desk.close();
  await server.close();
});

async function openBinder(tab: number): Promise<Page> {
  const binder = await desk.context.newPage();
  await binder.goto(`chrome-extension://${EXTENSION_ID}/binder.html?tab=${tab}`);
  await binder.waitForSelector('[data-state=offered]');
  return binder;
}

const [webforms] = KINDS;
if (!webforms) throw new Error('no pages');

test('binds a frameset of GBK pages, tries the draft, keeps it, and the reader reads by it', async () => {
  server.show(webforms.draw(webforms.lines, { frame: '', swap: false }));
  const { page, tab } = await openTab(desk, `${server.origin}/aj/`);
  const binder = await openBinder(tab);
  await binder.click('#take-all');
  await until(
    async () => (await binder.locator('[data-state=bound]').count()) === webforms.lines.length,
  );
  await binder.click('#try');
  await binder.waitForSelector('[data-tested=party][data-state=read]');
  expect(await binder.locator('[data-tested]:not([data-state=read])').count()).toBe(0);
  expect(await binder.textContent('[data-tested="facts.goodsValue"]')).toContain('3750000');

  // Without a mouse: unbind, then choose the label from the list.
  await binder.locator('[data-field=party] button').first().focus();
  await binder.keyboard.press('Enter');
  await binder.waitForSelector('[data-field=party][data-state=offered]');
  const list = binder.locator('[data-field=party] select');
  await list.focus();
  await list.selectOption({ label: '当事人 = 兰汀市虚谷食品有限公司' });
  await binder.waitForSelector('[data-field=party][data-state=bound]');
  // A value of another kind is not bound.
  await binder
    .locator('[data-field=filedDate] select')
    .selectOption({ label: '当事人 = 兰汀市虚谷食品有限公司' });
  await binder.waitForSelector('[data-field=filedDate] [role=alert]');

  for (const scheme of ['light', 'dark'] as const) {
    await binder.emulateMedia({ colorScheme: scheme });
    expect(await faults(binder)).toEqual([]);
  }

  const id = 'e2e-webforms';
  const text = await binder.inputValue('#adapter-text');
  await binder.fill('#adapter-text', text.replaceAll('new-system', id));
  await binder.click('#save');
  await until(
    async () =>
      JSON.stringify(await held(desk.worker, `tab:${tab}`))?.includes('兰汀市虚谷食品有限公司') ===
      true,
  );
  for (const one of [binder, page]) await one.close();
  // Counted when the page is gone.
  const health = async (): Promise<string> =>
    JSON.stringify(
      await desk.worker.evaluate(async () => (await chrome.storage.local.get('health')).health),
    ) ?? '';
  await until(async () => (await health()).includes(id));
  expect(await health()).not.toContain('虚谷');
});

test('opened by itself, asks which tab it is about', async () => {
  server.show(webforms.draw(webforms.lines, { frame: '', swap: false }));
  const { page, tab } = await openTab(desk, `${server.origin}/aj/`);
  const binder = await desk.context.newPage();
  await binder.goto(`chrome-extension://${EXTENSION_ID}/binder.html`);
  await binder.selectOption('#tab', String(tab));
  await binder.waitForSelector('[data-field=party]:not([data-state=absent])');
  for (const one of [binder, page]) await one.close();
});

test('binds what a person points at, and the page gets no click', async () => {
  const html = `<meta charset="utf-8"><form onsubmit="window.sent = true; return false"><table><tr><td>物主</td><td><input name="wz" value="兰汀市虚谷食品有限公司"></td></tr><tr><td>货值金额</td><td><button name="b" onclick="window.pressed = true">37,500.00</button></td></tr><tr><td>案号</td><td>兰市监案〔2026〕31号</td></tr></table></form>`;
  server.show({ '': { html } });
  const { page, tab } = await openTab(desk, `${server.origin}/aj/`);
  const before = await page.content();
  const binder = await openBinder(tab);
  const point = async (field: string, selector: string): Promise<void> => {
    await binder.bringToFront();
    await binder.click(`[data-field="${field}"] button[aria-pressed]`);
    await binder.waitForSelector(`[data-field="${field}"] button[aria-pressed=true]`);
    await page.bringToFront();
    // The page is told by another process; from then on it marks what the pointer is over.
    await until(async () => {
      await page.mouse.move(0, 0);
      await page.hover(selector);
      return (await page.evaluate(() => document.getAnimations().length)) > 0;
    });
    await page.click(selector);
    await binder.bringToFront();
    await binder.waitForSelector(`[data-field="${field}"] button[aria-pressed=false]`);
  };
  await point('party', 'input[name=wz]');
  await binder.waitForSelector('[data-field=party][data-state=bound]');
  expect(await binder.textContent('[data-field=party] .source')).toContain('物主');
  await point('facts.goodsValue', 'button[name=b]');
  expect(
    await page.evaluate(() =>
      Object.keys(globalThis).filter((key) => /^(sent|pressed)$/.test(key)),
    ),
  ).toEqual([]);
  expect((await page.content()).replace(/<chidu-launcher.*?<\/chidu-launcher>/, '')).toBe(before);
  for (const one of [binder, page]) await one.close();
});

declare const chrome: {
  storage: { local: { get(key: string): Promise<Record<string, unknown>> } };
};
