import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { type DemoServer, startServer } from '../../demo/server.ts';
import { build } from '../build.ts';
import { faults } from './axe.ts';
import { openBrowser } from './browser.ts';
import { complaintsOf } from './complaints.ts';

export interface Visit {
  readonly before?: (page: Page) => Promise<unknown>;
  /** Null takes one away. */
  readonly attributes?: Readonly<Record<string, string | null>>;
}

interface Entered {
  readonly page: Page;
  readonly complaints: () => Promise<readonly string[]>;
}

/** The demo's boards in a browser. */
export class Boards {
  #browser: Browser | null = null;
  #server: DemoServer | null = null;

  async start(): Promise<void> {
    build('widget');
    this.#server = await startServer({ port: 0 });
    this.#browser = await openBrowser();
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    await this.#server?.close();
  }

  get url(): string {
    return this.#server?.url ?? '';
  }

  /** Opens a page. What breaks the policy, which asks for trusted types too, is among its complaints. */
  async #enter(path: string, { before, attributes = {} }: Visit = {}): Promise<Entered> {
    if (this.#browser === null) throw new Error('not started');
    const page = await this.#browser.newPage({ viewport: { width: 1366, height: 768 } });
    const complaints = await complaintsOf(page);
    await before?.(page);
    await page.goto(new URL(path, `${this.url}/board/`).href);
    await this.dress(page, attributes);
    return { page, complaints };
  }

  /** Opens a page and hands it over; it may complain of nothing. */
  async visit(path: string, look: (page: Page) => Promise<void>, of?: Visit): Promise<void> {
    const { page, complaints } = await this.#enter(path, of);
    try {
      await look(page);
      expect(await complaints()).toEqual([]);
    } finally {
      await page.close();
    }
  }

  /** A page that the tests of a block look at one after the other: to load it costs more than to look. */
  onePage(path: string): () => Page {
    let entered: Entered | undefined;
    beforeAll(async () => {
      entered = await this.#enter(path);
      await this.ready(entered.page);
    });
    afterEach(async () => expect(await entered?.complaints()).toEqual([]));
    afterAll(() => entered?.page.close());
    return () => entered?.page ?? expect.fail('not entered');
  }

  readonly dress = (page: Page, attributes: NonNullable<Visit['attributes']>): Promise<void> =>
    page.locator('chidu-board').evaluate((element, given) => {
      for (const [name, value] of Object.entries(given))
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
    }, attributes);

  readonly shown = (page: Page, view: string): Promise<void> =>
    page.locator(`chidu-board [data-shown=${view}]`).waitFor();

  readonly ready = async (page: Page): Promise<void> => {
    await this.shown(page, 'overview');
    await page.evaluate(`document.querySelector('chidu-board').ready`);
  };

  readonly open = async (page: Page, view: string): Promise<void> => {
    await page.locator('chidu-board').evaluate((element, name) => {
      element.setAttribute('view', name);
    }, view);
    await this.shown(page, view);
  };

  readonly faults = (page: Page): Promise<string[]> => faults(page, 'chidu-board');
}
