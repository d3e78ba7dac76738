import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type DemoServer, startServer } from '../../demo/server.ts';
import { build } from '../build.ts';
import { faults } from './axe.ts';
import { openBrowser } from './browser.ts';

export interface Visit {
  readonly before?: (page: Page) => Promise<unknown>;
  /** Null takes one away. */
  readonly attributes?: Readonly<Record<string, string | null>>;
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

  /** Opens a page and hands it over; nothing it does may break the policy, which asks for trusted types too. */
  async visit(
    path: string,
    look: (page: Page) => Promise<void>,
    { before, attributes = {} }: Visit = {},
  ): Promise<void> {
    if (this.#browser === null) throw new Error('not started');
    const page = await this.#browser.newPage({ viewport: { width: 1366, height: 768 } });
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(String(error)));
    await page.addInitScript(() => {
      const violations: string[] = [];
      Object.assign(globalThis, { violations });
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(`${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await before?.(page);
    try {
      await page.goto(new URL(path, `${this.url}/board/`).href);
      await page.locator('chidu-board').evaluate((element, given) => {
        for (const [name, value] of Object.entries(given))
          if (value === null) element.removeAttribute(name);
          else element.setAttribute(name, value);
      }, attributes);
      await look(page);
      expect(await page.evaluate('violations')).toEqual([]);
      expect(errors).toEqual([]);
    } finally {
      await page.close();
    }
  }

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
