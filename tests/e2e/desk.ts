import type { BrowserContext, Page, Worker } from 'playwright-core';
import { AUTHORITY } from '../../demo/legacy/cases.ts';
import { type DemoServer, startServer } from '../../demo/server.ts';
import { openExtension, until } from './browser.ts';

/** What the tests ask of the browser from inside the extension's worker. */
declare const chrome: {
  scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
  tabs: { query(filter: object): Promise<{ id?: number; url?: string }[]> };
  storage: Record<'local' | 'session', { get(key: string): Promise<Record<string, unknown>> }>;
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
  const server = await startServer({ port: 0 });
  const context = await openExtension();
  const worker = context.serviceWorkers()[0];
  if (!worker) throw new Error('the extension has no worker');
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
  let tab: number | undefined;
  await until(async () => {
    const [active] = await desk.worker.evaluate(() =>
      chrome.tabs.query({ active: true, lastFocusedWindow: true }),
    );
    tab = active?.url === page.url() ? active.id : undefined;
    return tab !== undefined;
  });
  return { page, tab: tab as unknown as number };
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
  await panel.waitForSelector('[data-factor]');
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

/** Until a setting is written: a page that is closed earlier takes it along. */
export const setTo = (options: Page, name: 'service', value: string): Promise<void> =>
  until(async () => {
    const stored = await options.evaluate(
      async () => (await chrome.storage.local.get('settings')).settings,
    );
    return (stored as Record<string, unknown>)[name] === value;
  });

/** Until the settings say this of the outbox, which they read when they are opened. */
export const outboxSays = (options: Page, text: string): Promise<void> =>
  until(async () => {
    await options.reload();
    await options.waitForSelector('#outbox >> text=待发送');
    return ((await options.textContent('#outbox')) ?? '').includes(text);
  });

/** Until nothing in the outbox has to wait any longer before it may be sent again. */
export const outboxDue = (options: Page): Promise<void> =>
  until(() =>
    options.evaluate(
      () =>
        new Promise<boolean>((resolve, reject) => {
          const opening = indexedDB.open('chidu');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const { result } = opening;
            const asked = result.transaction('outbox').objectStore('outbox').getAll();
            asked.onsuccess = () => {
              result.close();
              resolve(asked.result.every((one) => Date.parse(one.notBefore) <= Date.now()));
            };
          };
        }),
    ),
  );
