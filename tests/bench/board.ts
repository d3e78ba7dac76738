import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import type { Browser, Page } from 'playwright-core';
import { boardSite } from '../../demo/board/site.ts';
import { portalSite } from '../../demo/portal/site.ts';
import { habitWorld } from '../../demo/worlds/habits.ts';
import { hubei } from '../../demo/worlds/hubei.ts';
import { jinan } from '../../demo/worlds/jinan.ts';
import type { World } from '../../demo/worlds/world.ts';
import { build } from '../build.ts';
import { openBrowser } from '../e2e/browser.ts';
import { followedLog, inOneLog } from './board/followed.ts';
import { percentile } from './service/percentile.ts';

export const about =
  '<chidu-board> in Chromium, page, worker and server on one machine: from opening the page to the first view, and from a choice in the filter to its figures.';

const RUNS = 5;
const large = (): Promise<World> => habitWorld({ cases: 10_300, seed: 5, plants: true });
const WORLDS: Readonly<Record<string, () => Promise<World>>> = {
  large,
  province: hubei,
  lists: jinan,
};

export async function run() {
  build('widget');
  const world = await large();
  const followed = await followedLog(inOneLog(world.events));
  const site = new Hono();
  site.route('/service', followed.service);
  site.get('/followed', (context) =>
    context.html(`<!doctype html><html lang="zh-CN"><title>board</title>
      <script type="module" src="/widget/chidu-board.js"></script>
      <chidu-board ${followed.attributes} statutes="/board/large/statutes.json" today="${world.today}"></chidu-board>`),
  );
  site.route('/board', boardSite(WORLDS));
  site.route('/', portalSite());
  const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise<void>((resolve) => server.once('listening', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const browser = await openBrowser();
  const rows = [await measured(browser, `${url}/followed`, 'a followed log, figures by the store')];
  for (const name of Object.keys(WORLDS)) {
    // Made and written down once: what is measured is the board.
    const { byteLength } = await (await fetch(`${url}/board/${name}/events.jsonl`)).arrayBuffer();
    const what = `${name}, an exported log of ${Math.round(byteLength / 1e6)} MB`;
    rows.push(await measured(browser, `${url}/board/${name}`, what));
  }
  await browser.close();
  server.close();
  await followed.close();
  return rows;
}

async function measured(browser: Browser, url: string, what: string) {
  const visits: Visit[] = [];
  for (let i = 0; i < RUNS; i += 1) visits.push(await visit(browser, url));
  const of = (name: 'first' | 'read' | 'all' | 'filters', at: number) =>
    Math.round(
      percentile(
        visits.flatMap((one) => one[name]),
        at,
      ),
    );
  return {
    what: `${what}: ${visits[0]?.told ?? ''}`,
    'first view ms, median': of('first', 0.5),
    'first view ms, best': of('first', 0),
    'first view ms, worst': of('first', 1),
    'from the entries ms, median': of('read', 0.5),
    'with alerts ms, median': of('all', 0.5),
    'filter ms, median': of('filters', 0.5),
    'filter ms, p95': of('filters', 0.95),
  };
}

/** Milliseconds from the start of the navigation to the frame after something is in the page. */
interface Visit {
  /** Entries and cases, in the board's own words. */
  readonly told: string;
  /** The overview, by whoever counted it. */
  readonly first: number;
  /** The overview worked out from the entries themselves. */
  readonly read: number;
  readonly all: number;
  /** From the choice of a violation to the frame after its figures are in the page. */
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
    globalThis.first = painted(() => inBoard('[data-figure="board.cases"]'));
    globalThis.read = painted(() => inBoard('[data-shown=overview] [data-figure="board.cases"]'));
  `);
  await page.goto(url, { waitUntil: 'commit' });
  const time = async (what: string) => Number(await page.evaluate(what));
  const first = await time('first');
  const read = await time('read');
  const all = await time(
    `document.querySelector('chidu-board').ready.then(() => performance.now())`,
  );
  const told = String(await page.evaluate(`inBoard('.standing').textContent`));
  if (told.includes('不一致')) throw new Error(told);
  const filters = await byViolation(page);
  await context.close();
  return { told, first, read, all, filters };
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
