import { readFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { habitWorld } from '../../demo/worlds/habits.ts';
import { province } from '../../demo/worlds/units.ts';
import { ALERT_THRESHOLDS } from '../../sdk/src/oversight/alerts/index.ts';
import {
  boardFigures,
  openBoard,
  selectCases,
  WHOLE_BOARD,
} from '../../sdk/src/oversight/board/index.ts';
import { caseHistories, type OversightEvent } from '../../sdk/src/oversight/index.ts';
import { Boards } from './board-visit.ts';
import { STRICT } from './notice-portal.ts';

const DIST = new URL('../../widget/dist/', import.meta.url);
/** Hubei's: 1,423 units with 12,663 people. */
const PROVINCE = { prefectures: 17, counties: 112, stations: 1_293, people: 12_663 };

const boards = new Boards();
beforeAll(() => boards.start());
afterAll(() => boards.stop());
const { faults, open, ready } = boards;
const board = (page: Page, selector: string) => page.locator(`chidu-board ${selector}`);

describe('the pages of the board', () => {
  describe('of one district', () => {
    const here = boards.onePage('district');

    it('alerts: shows each rule with its threshold and its source; dates are written as people here do', async () => {
      const page = here();
      await open(page, 'alerts');
      const { rules, version } = ALERT_THRESHOLDS;
      const text = await board(page, '.view').innerText();
      expect(text).toContain(`第${version}版`);
      for (const [id, { levels, cite }] of Object.entries(rules)) {
        const row = board(page, 'tr').filter({ has: page.locator(`[data-from=${id}]`) });
        const told = await row.innerText();
        expect(told, id).toContain(`${levels.medium ?? '—'}／${levels.high ?? '—'}`);
        for (const { law, article } of cite) {
          expect(told, id).toContain(law);
          expect(told, id).toContain(`第${article}条`);
        }
        if (cite.length === 0) expect(told, id).toContain('由本单位设定');
      }
      await open(page, 'overview');
      // The browser's own field would show 07/01/2026.
      const from = board(page, 'input[name=from]');
      const cases = board(page, '[data-figure="board.cases"] strong');
      expect(await page.evaluate('navigator.language')).toBe('en-US');
      await from.fill('2026/7/1');
      await from.press('Enter');
      await board(page, '[data-figure="board.cases"] strong:not(:text-is("600"))').waitFor();
      expect(await from.inputValue()).toBe('2026年7月1日');
      expect(Number(await cases.innerText())).toBeGreaterThan(0);
      await from.fill('07/01/2026');
      await from.press('Enter');
      await board(page, '[role=alert]').waitFor();
      expect(await from.getAttribute('aria-invalid')).toBe('true');
      expect(await faults(page)).toEqual([]);
      await from.fill('');
      await from.press('Enter');
      await board(page, '[data-figure="board.cases"] strong:text-is("600")').waitFor();
    });

    it('law: tells which violations have a benchmark, opens the cases of each, and gives no legal advice', async () => {
      const page = here();
      await open(page, 'law');
      expect(await board(page, '.warning').first().innerText()).toContain('不是法律意见');
      expect(await board(page, '[data-figure="coverage.standard"]').innerText()).toMatch(
        /\d+ \/ \d+$/,
      );
      const states = await board(page, 'select[name=coverage] option').allInnerTexts();
      const counts = states.map((text) => Number(/\d+$/.exec(text)?.[0]));
      expect(counts[0]).toBe(counts.slice(1).reduce((sum, one) => sum + one, 0));
      await board(page, 'select[name=coverage]').selectOption('stale');
      const rows = board(page, '[data-clause]');
      expect(await rows.count()).toBe(counts[1]);
      expect(await rows.first().innerText()).toContain('晚于基准');
      const cases = rows.first().locator('.link');
      const number = await cases.innerText();
      await cases.click();
      await board(page, 'dialog tbody tr').first().waitFor();
      expect(await board(page, 'dialog').innerText()).toContain(`共${number}条`);
      await page.keyboard.press('Escape');
      // What a share of violations counts is violations, by name.
      await board(page, '[data-figure="coverage.own"]').click();
      await board(page, 'dialog .ids li').first().waitFor();
      expect(await board(page, 'dialog .ids li').allInnerTexts()).toContain(
        '未取得食品生产经营许可从事食品生产经营活动',
      );
      await page.keyboard.press('Escape');
      await page.locator('chidu-board').evaluate((element) => element.setAttribute('lang', 'en'));
      await board(page, '.board[lang=en]').waitFor();
      expect(await board(page, '.warning').first().innerText()).toContain('no legal advice');
    });
  });

  it('public: hands a suggestion to the address that is named, and nowhere else', async () => {
    const posted: (readonly [string, string | null])[] = [];
    let up = false;
    await boards.visit(
      'district/public',
      async (page) => {
        await board(page, 'textarea').waitFor();
        expect(await faults(page)).toEqual([]);
        await board(page, '[type=submit]').click();
        await page.getByText('请先写下意见').waitFor();
        expect(posted).toEqual([]);
        await board(page, 'textarea').fill('阶次的说明可以再具体一些');
        await board(page, '[type=submit]').click();
        await page.getByText('您写的内容还在').waitFor();
        up = true;
        await board(page, '[type=submit]').click();
        await page.getByText('YJ-0001').waitFor();
        const body = new URLSearchParams({ text: '阶次的说明可以再具体一些' }).toString();
        const address = `${boards.url}/board/district/suggestions`;
        expect(posted).toEqual([
          [address, body],
          [address, body],
        ]);
        expect(await page.evaluate('[localStorage.length, document.cookie]')).toEqual([0, '']);
        await page.locator('chidu-board').evaluate((one) => one.removeAttribute('suggestions'));
        await board(page, '.suggestion').waitFor({ state: 'detached' });
      },
      {
        before: async (page) => {
          page.on('request', (request) => {
            if (request.method() === 'POST') posted.push([request.url(), request.postData()]);
          });
          await page.route('**/suggestions', (route) => (up ? route.continue() : route.abort()));
        },
      },
    );
  });

  it('on a wall: one screen, and text that three heights away is 16 minutes of arc high', () =>
    boards.visit(
      'county',
      async (page) => {
        for (const [width, height] of [
          [1920, 1080],
          [3840, 2160],
        ] as const) {
          await page.setViewportSize({ width, height });
          await ready(page);
          const [high, wide] = (await page.evaluate(
            '[document.documentElement.scrollHeight, document.documentElement.scrollWidth]',
          )) as [number, number];
          expect(high).toBeLessThanOrEqual(height);
          expect(wide).toBeLessThanOrEqual(width);
          const sizes = (await page.locator('chidu-board .board').evaluate((element) => {
            const found: number[] = [];
            const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
            while (texts.nextNode()) {
              const around = texts.currentNode.parentElement;
              if (around === null || around.closest('.unseen') || !around.checkVisibility())
                continue;
              found.push(Number.parseFloat(getComputedStyle(around).fontSize));
            }
            return found;
          })) as number[];
          // ISO 9241-303: characters of at least 16′; one of Chinese fills about 0.92 of its text size.
          const least = (3 * height * Math.tan((16 / 60 / 180) * Math.PI)) / 0.92;
          expect(Math.min(...sizes)).toBeGreaterThanOrEqual(least);
          const rows = await board(page, '.tree-row').evaluateAll((all) =>
            all.map((row) => [row.getBoundingClientRect().height, row.scrollHeight]),
          );
          for (const [room = 0, text = 0] of rows) expect(text).toBeLessThanOrEqual(room + 1);
        }
      },
      { attributes: { wall: '' } },
    ));

  it('holds the tree of a province: 1,423 units with 12,663 people, few of them in the page', () =>
    boards.visit(
      'district',
      async (page) => {
        await ready(page);
        expect(await board(page, 'aside').innerText()).toContain('1,423个机构，12,663人，527件');
        const tree = board(page, '[role=tree]');
        await tree.focus();
        await page.keyboard.press('End');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('ArrowDown');
        const active = board(page, '.tree-row[data-active=true]');
        await board(page, '.tree-row[data-active=true][aria-level="4"]').waitFor();
        expect(await active.innerText()).toContain('所');
        expect(await board(page, '.tree-row').count()).toBeLessThan(60);
        expect(await faults(page)).toEqual([]);
      },
      {
        before: (page) =>
          page.route('**/organisation.json', (route) =>
            route.fulfill({ json: province('示例省', PROVINCE) }),
          ),
      },
    ));

  it('follows a service: what its store counts is there first, and is held against the entries', async () => {
    const log = (await habitWorld({ cases: 600, seed: 3, plants: true })).events;
    const { authority } = log[0] as OversightEvent;
    const entries = log.filter((entry) => entry.authority === authority);
    const board = openBoard({ cases: caseHistories(entries).cases });
    const all = boardFigures(selectCases(board, WHOLE_BOARD));
    const figures = all
      .filter(({ id }) => !/alert|rule|warning|overdue/.test(id))
      .map(({ in: _, of: __, ...figure }) => figure);
    const cases = board.cases.length;
    const service = { events: null, service: '/service', authority, year: '2026' };
    const read = Promise.withResolvers<void>();
    const counted = figures.map((figure) =>
      figure.id === 'board.cases' ? { ...figure, numerator: cases + 1 } : figure,
    );
    await boards.visit(
      'district',
      async (page) => {
        await page.locator('chidu-board .counted [data-figure="board.cases"]').waitFor();
        expect(await page.locator('chidu-board .counted').innerText()).toContain(String(cases + 1));
        expect(await faults(page)).toEqual([]);
        read.resolve();
        await ready(page);
        expect(await page.locator('chidu-board .counted').count()).toBe(0);
        const told = await page.locator('chidu-board header').innerText();
        // Every other figure is the same.
        expect(told).toContain('不一致：案件。');
      },
      {
        attributes: service,
        before: async (page) => {
          const size = entries.length;
          await page.route('**/board/district/events.jsonl', (route) => route.abort());
          await page.route('**/service/v1/figures', (route) =>
            route.fulfill({
              json: {
                figures: counted,
                read: [{ authority, year: 2026, next: size, size }],
                unread: 0,
              },
            }),
          );
          await page.route('**/service/v1/events?*', async (route) => {
            await read.promise;
            const from = Number(new URL(route.request().url()).searchParams.get('from'));
            const events = entries.slice(from, from + 1_000);
            await route.fulfill({ json: { events, next: from + events.length } });
          });
          await page.route('**/service/v1/events/stream?*', (route) => route.abort());
        },
      },
    );
  });

  it('stands in a foreign page: a host of its own, which the policy names, and not one violation', async () => {
    const close: (() => void)[] = [];
    const serve = async (answer: RequestListener) => {
      const server = createServer(answer);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      close.push(() => server.close());
      return (server.address() as AddressInfo).port;
    };
    const readable = { 'access-control-allow-origin': '*' };
    const host = await serve(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://host');
      if (pathname.startsWith('/board/')) {
        const answer = await fetch(boards.url + pathname);
        response.writeHead(answer.status, readable).end(await answer.text());
        return;
      }
      const file = new URL(pathname.slice(1), DIST);
      response.writeHead(200, { ...readable, 'content-type': 'text/javascript' });
      response.end(await readFile(file));
    });
    const from = `http://localhost:${host}`;
    const data = `${from}/board/district`;
    const portal = await serve((_, response) => {
      response.writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'content-security-policy': `${STRICT.replaceAll("-src 'self'", `-src 'self' ${from}`)}; require-trusted-types-for 'script'`,
      });
      response.end(`<!doctype html><html lang="zh"><title>portal</title>
        <script type="module" src="${from}/chidu-board.js"></script>
        <chidu-board events="${data}/events.jsonl" organisation="${data}/organisation.json"
          statutes="${data}/statutes.json" today="2026-10-30"></chidu-board>`);
    });
    try {
      await boards.visit(`http://127.0.0.1:${portal}/`, async (page) => {
        await ready(page);
        // A worker of another origin is not allowed: the same model works in the page.
        expect(await board(page, '.board').getAttribute('data-worker')).toBe('false');
        expect(await board(page, '[data-figure="board.cases"]').innerText()).toContain('600');
        await open(page, 'statistics');
        await board(page, 'tfoot .link').last().click();
        await board(page, 'dialog tbody tr').first().waitFor();
      });
    } finally {
      for (const end of close) end();
    }
  });
});
