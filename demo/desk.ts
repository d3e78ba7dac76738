import { formatFen } from '@chidu/sdk/text';
import type { BrowserContext, Frame, Page, Worker } from 'playwright-core';
import { AUTHORITY } from './legacy/cases.ts';
import type { Judgement } from './loop.ts';

/** A field as the background script judged it: the extension's own record, not what a page looks like. */
export interface ReadField {
  readonly field: string;
  readonly state: string;
  readonly value?: unknown;
  readonly code?: string;
}

export interface OpenCase {
  /** The legacy system's window. */
  readonly page: Page;
  /** The officer's panel for that window, opened as a page of its own so that it can be driven and pictured. */
  readonly panel: Page;
  readonly tab: number;
}

/** An officer at a browser that has the extension: what a person would click, and what the extension then keeps. */
export class Desk {
  readonly #context: BrowserContext;
  readonly #worker: Worker;

  private constructor(context: BrowserContext, worker: Worker) {
    this.#context = context;
    this.#worker = worker;
  }

  static async at(context: BrowserContext): Promise<Desk> {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    return new Desk(context, worker);
  }

  #address(path: string): string {
    return new URL(path, this.#worker.url()).href;
  }

  /** Fills in the settings, makes the officer's key in this browser and has the demo portal list it. */
  async equip(portal: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(this.#address('/options.html'));
    for (const [id, text] of Object.entries({
      'authority-name': AUTHORITY.name,
      'authority-code': AUTHORITY.code,
      'officer-name': '甄示范',
      'officer-number': '3301',
      portal,
    })) {
      await page.fill(`#${id}`, text);
      await page.locator(`#${id}`).blur();
    }
    await page.click('#make-key');
    await page.locator('#key-digits').filter({ hasText: /\d/ }).waitFor();
    await page.click('#enrol');
    await page.locator('[role=status]').filter({ hasText: portal }).waitFor();
    return page;
  }

  async open(address: string): Promise<OpenCase> {
    const page = await this.#context.newPage();
    await page.goto(address);
    const tab: number = await this.#worker.evaluate(
      `chrome.tabs.query({}).then((tabs) => tabs.find(({ url }) => url === '${address}').id)`,
    );
    const panel = await this.#context.newPage();
    await panel.goto(this.#address(`/sidepanel.html?tab=${tab}`));
    await panel.locator('[data-field=caseNumber]').waitFor();
    return { page, panel, tab };
  }

  /** What the extension has read in a tab, all frames. */
  async read(tab: number): Promise<readonly ReadField[]> {
    const key = `tab:${tab}`;
    const state: Record<string, { reading: { kind: string; fields: ReadField[] } }> =
      await this.#worker.evaluate(
        `chrome.storage.session.get('${key}').then((stored) => stored['${key}'] ?? {})`,
      );
    return Object.values(state)
      .filter(({ reading }) => reading.kind === 'case')
      .flatMap(({ reading }) => reading.fields);
  }

  /** Addresses of the targets that the browser itself knows: a side panel is in no list of pages. */
  async targets(page: Page): Promise<string[]> {
    const session = await this.#context.newCDPSession(page);
    const { targetInfos } = await session.send('Target.getTargets');
    await session.detach();
    return targetInfos.map(({ url }) => url);
  }
}

/** Ticks the grounds, says that all were examined, and chooses an option for every factor. */
export async function judge(panel: Page, { grounds, factors }: Judgement): Promise<void> {
  for (const ground of grounds) await panel.check(`[data-ground="${ground}"] input`);
  await panel.check('label.examined input');
  for (const [factor, option] of Object.entries(factors)) {
    await panel.selectOption(`[data-factor="${factor}"] select`, option);
  }
}

/** A code in the extension's own store: what it says it issued. */
export interface StoredCode {
  readonly codeId: string;
  readonly checkCode: string;
  readonly text: string;
  readonly fine: number | null;
}

/** Signs, and reads the newest code of the case back from where the extension keeps it. */
export async function issue(panel: Page): Promise<StoredCode> {
  await panel.click('button.sign');
  await panel.locator('article.code').first().waitFor();
  return panel.evaluate(
    () =>
      new Promise<StoredCode>((resolve, reject) => {
        const open = indexedDB.open('chidu');
        open.onerror = () => reject(open.error);
        open.onsuccess = () => {
          const all = open.result.transaction('codes').objectStore('codes').getAll();
          all.onerror = () => reject(all.error);
          all.onsuccess = () => {
            const current = all.result.find((code) => code.supersededBy === null);
            const { codeId, checkCode, text, fine } = current;
            open.result.close();
            resolve({ codeId, checkCode, text, fine });
          };
        };
      }),
  );
}

/** Opens the notice as the officer does: fill in the fine, press the button. */
export async function openNotice(page: Page, fen: number): Promise<Page> {
  const main = caseFrame(page);
  await main.click('#bq2 a');
  await main.fill('[name=nfkje]', formatFen(fen).replace('元', ''));
  await main.click('#bq3 a');
  const popup = page.waitForEvent('popup');
  await main.click('[name=dygzs]');
  return popup;
}

/** The frame of the legacy system that shows the case. */
export function caseFrame(page: Page): Frame {
  const main = page.frame('mainFrame');
  if (main === null) throw new Error('the frameset has no mainFrame');
  return main;
}
