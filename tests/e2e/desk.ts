import { join } from 'node:path';
import type { BrowserContext, Page, Worker } from 'playwright-core';
import { findChromium, openWithExtension } from '../../demo/browser.ts';
import { AUTHORITY } from '../../demo/legacy/cases.ts';
import { type DemoServer, startServer } from '../../demo/server.ts';
import { build } from '../build.ts';
import { root } from '../tool.ts';

/** What the tests ask of the browser from inside the extension's worker. */
declare const chrome: {
  scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
  tabs: { query(filter: object): Promise<{ id?: number }[]> };
  storage: { session: { get(key: string): Promise<Record<string, unknown>> } };
};

/** The id that the manifest's key gives to every build. */
export const EXTENSION_ID = 'mbndeigcbampajpkcbjkpdkhnbmepabb';

/** A browser with the demonstration's build of the extension, and the demonstration's server. */
export interface Desk {
  readonly server: DemoServer;
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly close: () => Promise<void>;
}

export async function openDesk(): Promise<Desk> {
  build('demo');
  const server = await startServer({ port: 0 });
  const context = await openWithExtension({
    executablePath: findChromium() ?? '/usr/bin/chromium',
    extension: join(root, 'extension/.output/chrome-mv3-demo'),
    headless: true,
  });
  context.setDefaultTimeout(10_000);
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  // Readers are registered in the answer to the installation.
  await until(async () => (await registered(worker)).length > 0);
  return {
    server,
    context,
    worker,
    close: async () => {
      await context.close();
      await server.close();
    },
  };
}

const registered = (worker: Worker): Promise<string[]> =>
  worker.evaluate(async () =>
    (await chrome.scripting.getRegisteredContentScripts()).map(({ id }) => id),
  );

/** What the background script holds under a key for this browser session. */
export const held = (worker: Worker, key: string): Promise<unknown> =>
  worker.evaluate(async (name) => (await chrome.storage.session.get(name))[name], key);

/** Opens a page in a tab of its own and says which tab that is. */
export async function openTab(desk: Desk, url: string): Promise<{ page: Page; tab: number }> {
  const page = await desk.context.newPage();
  await page.goto(url);
  await page.bringToFront();
  const tab = await desk.worker.evaluate(
    async () => (await chrome.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id,
  );
  if (tab === undefined) throw new Error('no active tab');
  return { page, tab };
}

/** The panel as a page of its own, speaking about a tab. */
export async function openPanel(desk: Desk, tab: number): Promise<Page> {
  const panel = await desk.context.newPage();
  await panel.setViewportSize({ width: 400, height: 900 });
  await panel.goto(`chrome-extension://${EXTENSION_ID}/sidepanel.html?tab=${tab}`);
  await panel.waitForSelector('main > *');
  return panel;
}

/** Fills in the settings, makes the officer's key and enrols it at the portal. Returns the twelve digits shown. */
export async function enrol(desk: Desk): Promise<string> {
  const options = await desk.context.newPage();
  await options.goto(`chrome-extension://${EXTENSION_ID}/options.html`);
  await fillAndLeave(options, '#authority-name', AUTHORITY.name);
  await fillAndLeave(options, '#authority-code', AUTHORITY.code);
  await fillAndLeave(options, '#officer-name', '甄示范');
  await fillAndLeave(options, '#officer-number', '3301');
  await fillAndLeave(options, '#portal', desk.server.url);
  await options.click('#make-key');
  await options.waitForSelector('#key-digits:not(:empty)');
  await options.click('#enrol');
  await options.waitForSelector('[role=status]:not(:empty)');
  const digits = (await options.textContent('#key-digits')) ?? '';
  await options.close();
  return digits;
}

export async function fillAndLeave(page: Page, selector: string, text: string): Promise<void> {
  await page.fill(selector, text);
  await page.locator(selector).blur();
}

/** Says that no ground was found and chooses the nth option of every factor. */
export async function judge(panel: Page, option: number): Promise<void> {
  await panel.check('.examined input');
  const factors = await panel.$$eval('[data-factor]', (rows) =>
    rows.map((row) => row.getAttribute('data-factor') ?? ''),
  );
  for (const factor of factors) await panel.selectOption(`#factor-${factor}`, { index: option });
  await panel.waitForSelector('[data-outcome=fine]');
}

/** Types the fine on the legacy page and opens its notice. */
export async function openNotice(desk: Desk, page: Page, fine: string): Promise<Page> {
  const frame = page.frame('mainFrame');
  if (!frame) throw new Error('no mainFrame');
  await page.bringToFront();
  await frame.evaluate(() => (globalThis as unknown as { xsTab(n: number): void }).xsTab(2));
  await frame.fill('[name=nfkje]', fine);
  await frame.evaluate(() => (globalThis as unknown as { xsTab(n: number): void }).xsTab(3));
  const [notice] = await Promise.all([
    desk.context.waitForEvent('page'),
    frame.click('[name=dygzs]'),
  ]);
  return notice;
}

/** Waits for something that no selector can say. */
export async function until(holds: () => Promise<boolean>, ms = 8000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`still not so after ${ms} ms`);
}
