import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { type Browser, chromium, type Page } from 'playwright-core';
import { boardSite } from '../../demo/board/site.ts';
import { findChromium } from '../../demo/browser.ts';
import { portalSite } from '../../demo/portal/site.ts';
import { habitWorld } from '../../demo/worlds/habits.ts';
import { hubei } from '../../demo/worlds/hubei.ts';
import { jinan } from '../../demo/worlds/jinan.ts';
import type { World } from '../../demo/worlds/world.ts';
import { build } from '../build.ts';
import { percentile } from './service/percentile.ts';

export const about =
  '<chidu-board> in Chromium over an exported log: from opening the page to the first view, and from a choice in the filter to its figures.';

const RUNS = 5;
const WORLDS: Readonly<Record<string, () => Promise<World>>> = {
  /** 100,000 entries. */
  large: () => habitWorld({ cases: 10_300, seed: 5, plants: true }),
  province: hubei,
  lists: jinan,
};

export async function run() {
  build('widget');
  const site = new Hono();
  site.route('/board', boardSite(WORLDS));
  site.route('/', portalSite());
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/board`;
  const browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
  const rows = [];
  for (const world of Object.keys(WORLDS)) {
    // Made and written down once: what is measured is the board.
    const lines = await (await fetch(`${url}/${world}/events.jsonl`)).arrayBuffer();
    const visits: Visit[] = [];
    for (let i = 0; i < RUNS; i += 1) visits.push(await visit(browser, `${url}/${world}`));
    const of = (name: 'first' | 'all' | 'filters', at: number) =>
      Math.round(
        percentile(
          visits.flatMap((one) => one[name]),
          at,
        ),
      );
    rows.push({
      what: `${world}: ${visits[0]?.told ?? ''}`,
      'MB of entries': Math.round(lines.byteLength / 1e6),
      'first view ms, median': of('first', 0.5),
      'first view ms, worst': of('first', 1),
      'filter ms, median': of('filters', 0.5),
      'filter ms, p95': of('filters', 0.95),
      'with alerts ms, median': of('all', 0.5),
    });
  }
  await browser.close();
  server.close();
  return rows;
}

interface Visit {
  /** Entries and cases, in the board's own words. */
  readonly told: string;
  /** Milliseconds from the start of the navigation to the frame after the first view is in the page; with all alerts. */
  readonly first: number;
  readonly all: number;
  /** From the choice of a violation or a unit to the frame after its figures are in the page. */
  readonly filters: readonly number[];
}

/** One visit with nothing cached. The page takes its own times, frame by frame. */
async function visit(browser: Browser, url: string): Promise<Visit> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
  const page = await context.newPage();
  await page.addInitScript(`
    globalThis.painted = (holds) => new Promise((resolve) => {
      const look = () => holds() ? requestAnimationFrame(() => setTimeout(() => resolve(performance.now()))) : requestAnimationFrame(look);
      look();
    });
    globalThis.inBoard = (selector) => document.querySelector('chidu-board')?.shadowRoot?.querySelector(selector);
    globalThis.first = painted(() => inBoard('[data-shown=overview] [data-figure="board.cases"]'));
  `);
  await page.goto(url, { waitUntil: 'commit' });
  const first = Number(await page.evaluate('first'));
  const all = Number(
    await page.evaluate(
      `document.querySelector('chidu-board').ready.then(() => performance.now())`,
    ),
  );
  const told = String(await page.evaluate(`inBoard('.standing [role=status]').textContent`));
  const filters = [...(await byViolation(page))];
  await context.close();
  return { told, first, all, filters };
}

/** Each of the first violations of the list, then all again. */
async function byViolation(page: Page): Promise<number[]> {
  return (await page.evaluate(`(async () => {
    const select = inBoard('select[name=violation]');
    const times = [];
    for (const option of [...select.options].slice(1, 6).concat(select.options[0])) {
      const before = inBoard('.board').dataset.answer;
      const started = performance.now();
      select.value = option.value;
      select.dispatchEvent(new Event('change', { bubbles: true }));
      times.push(await painted(() => inBoard('.board').dataset.answer !== before) - started);
    }
    return times;
  })()`)) as number[];
}
