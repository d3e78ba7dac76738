import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Boards } from './board-visit.ts';
import { until } from './browser.ts';

const VIEWS = [
  ...['overview', 'process', 'liaison', 'statistics'],
  ...['alerts', 'law', 'society', 'appraisal'],
];

describe('the built <chidu-board>', () => {
  const boards = new Boards();
  beforeAll(() => boards.start());
  afterAll(() => boards.stop());
  const { faults, open, ready, shown } = boards;
  const visit: Boards['visit'] = (...of) => boards.visit(...of);

  const figure = (page: Page, id: string) =>
    page.locator(`chidu-board [data-figure="${id}"]`).first().innerText();

  interface Look {
    attributes?: Record<string, string>;
    media?: Parameters<Page['emulateMedia']>[0];
    /** The overview has to fit 1366 × 768. */
    oneScreen?: boolean;
    /** All eight unless said otherwise: what a look changes, it changes in figures, lists, tables and bars alike. */
    views?: readonly (typeof VIEWS)[number][];
  }
  const THREE = ['overview', 'alerts', 'appraisal'] as const;
  const LOOKS: Readonly<Record<string, Readonly<Record<string, Look>>>> = {
    district: {
      Chinese: { oneScreen: true },
      'for old eyes': { attributes: { elder: '' }, views: THREE },
      'twice the text': { attributes: { 'text-scale': '2' }, views: THREE },
      'forced colours': { media: { forcedColors: 'active' }, views: THREE },
    },
    'district?lang=en': {
      'English, dark': { attributes: { theme: 'dark' }, oneScreen: true },
    },
  };
  describe.each(Object.entries(LOOKS))('%s', (path, looks) => {
    // Each begins at a view that the one before did not end with, so it is drawn anew.
    const here = boards.onePage(path);

    it.each(Object.entries(looks))(
      '%s: views without a fault that axe finds, none wider than the screen',
      async (_, look) => {
        const page = here();
        await page.emulateMedia({ forcedColors: null, ...look.media });
        await boards.dress(page, { elder: null, 'text-scale': null, ...look.attributes });
        const [first = '', ...others] = look.views ?? VIEWS;
        await open(page, first);
        if (look.oneScreen) {
          const high = await page.evaluate('document.documentElement.scrollHeight');
          expect(high).toBeLessThanOrEqual(768);
        }
        for (const view of [first, ...others]) {
          await open(page, view);
          expect(await faults(page), view).toEqual([]);
          const [wide, room] = (await page.evaluate(
            '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
          )) as [number, number];
          expect(wide, view).toBeLessThanOrEqual(room);
        }
      },
    );
  });

  it('works in a worker under a strict policy, and in the page where a worker is refused', async () => {
    const answers: string[] = [];
    for (const refused of [false, true]) {
      const before = (page: Page) =>
        page.addInitScript((without) => {
          if (without) Reflect.deleteProperty(globalThis, 'Worker');
        }, refused);
      await visit(
        'district',
        async (page) => {
          await ready(page);
          expect(await page.locator('chidu-board .board').getAttribute('data-worker')).toBe(
            String(!refused),
          );
          answers.push(await page.locator('chidu-board .view').innerText());
        },
        { before },
      );
    }
    expect(answers[0]).toBe(answers[1]);
    expect(answers[0]).toContain('600');
  });

  it('shows the county that was published: 2,134 = 10 + 304 + 1,820, 1,963 settled, and 0 % with its base', async () => {
    await visit('county', async (page) => {
      await ready(page);
      expect(await figure(page, 'board.clues')).toContain('2,134');
      expect(await figure(page, 'board.settled')).toMatch(/91\.99%\s+1,963 \/ 2,134/);
      expect(await figure(page, 'board.clue-level[level=high]')).toContain('10');
      expect(await figure(page, 'board.clue-level[level=medium]')).toContain('304');
      expect(await figure(page, 'board.clue-level[level=low]')).toContain('1,820');
      expect(await figure(page, 'remedies.lost')).toMatch(/0%\s+0 \/ [1-9]/);
      await open(page, 'liaison');
      expect(await figure(page, 'board.clue-work[work=special]')).toContain('12');
      expect(await figure(page, 'board.clue-work[work=joint]')).toContain('6');
    });
  });

  describe('in use', () => {
    const here = boards.onePage('district');

    it('prints what is shown, whole, with nothing to press', async () => {
      const page = here();
      await page.emulateMedia({ media: 'print' });
      expect(await page.locator('chidu-board [role=tablist]:visible').count()).toBe(0);
      expect(await page.locator('chidu-board [role=tree]:visible').count()).toBe(0);
      expect(await page.locator('chidu-board .tile:visible').count()).toBeGreaterThan(6);
      await page.emulateMedia({ media: null });
    });

    it('leads from a number to its cases and from a case to its entries, by keyboard alone', async () => {
      const page = here();
      const focused = () =>
        page.evaluate(
          `(() => { const at = document.querySelector('chidu-board').shadowRoot.activeElement; return at?.dataset.figure ?? at?.id ?? at?.className ?? at?.tagName; })()`,
        );
      const tabTo = async (wanted: string) => {
        for (let i = 0; i < 60 && (await focused()) !== wanted; i += 1) {
          await page.keyboard.press('Tab');
        }
        expect(await focused()).toBe(wanted);
      };
      await tabTo('tab-overview');
      await page.keyboard.press('ArrowRight');
      await shown(page, 'process');
      await until(async () => (await focused()) === 'tab-process');
      await page.keyboard.press('Home');
      await shown(page, 'overview');
      await tabTo('board.objected');
      const [, part] = /(\d+) \/ \d+/.exec(await figure(page, 'board.objected')) ?? [];
      await page.keyboard.press('Enter');
      const dialog = page.locator('chidu-board dialog');
      await dialog.locator('tbody tr').first().waitFor();
      expect(await dialog.innerText()).toContain(`共${part}条`);
      expect(await faults(page)).toEqual([]);
      await dialog.locator('tbody .link').first().focus();
      await page.keyboard.press('Enter');
      await dialog.getByText('日志里的记录').waitFor();
      expect(await dialog.locator('tbody').innerText()).toMatch(/\/2026\/\d+/);
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    });

    it('filters by a unit that the arrow keys find in the tree', async () => {
      const page = here();
      const tree = page.locator('chidu-board [role=tree]');
      await tree.focus();
      await page.keyboard.press('ArrowDown');
      const row = page.locator('chidu-board .tree-row[data-active=true]');
      const cases = (await row.locator('.base').innerText()).replace(',', '');
      await page.keyboard.press('Enter');
      await page.locator('chidu-board .tree-row[aria-selected=true]').waitFor();
      await page
        .locator(`chidu-board [data-figure="board.cases"] strong:text-is("${cases}")`)
        .waitFor();
      expect(Number(cases)).toBeGreaterThan(0);
      expect(Number(cases)).toBeLessThan(600);
    });

    it('gives each role the views it has a use for', async () => {
      await boards.dress(here(), { viewer: 'auditor' });
      await until(async () => (await here().locator('chidu-board [role=tab]').count()) === 5);
      expect(await here().locator('chidu-board [role=tab]').allInnerTexts()).toEqual([
        ...['执法总览', '统计分析', '法律服务', '社会监督', '评议考核'],
      ]);
    });
  });

  it('says that data could not be had, and tries again when asked', async () => {
    await visit(
      'district',
      async (page) => {
        await page.getByText('数据没有取到').waitFor();
        await page.unroute('**/events.jsonl');
        await page.getByText('重新载入').click();
        await ready(page);
      },
      { before: (page) => page.route('**/events.jsonl', (route) => route.abort()) },
    );
  });

  it('public: shows what was published, asks for no log, and hides small numbers in words', async () => {
    const asked: string[] = [];
    await visit(
      'district/public',
      async (page) => {
        await page.locator('chidu-board table').waitFor();
        const text = await page.locator('chidu-board .board').innerText();
        expect(text).toContain('隐去不等于零');
        const cells = await page.locator('chidu-board td').allInnerTexts();
        expect(cells).toContain('隐去');
        for (const cell of cells)
          if (cell !== '隐去' && cell !== '0')
            expect(Number(cell.replace(',', '')), cell).toBeGreaterThanOrEqual(10);
        expect(await faults(page)).toEqual([]);
      },
      { before: async (page) => page.on('request', (request) => asked.push(request.url())) },
    );
    expect(asked.filter((url) => /jsonl|model|desk/.test(url))).toEqual([]);
  });

  it('costs the notice nothing', () => {
    const dist = new URL('../../widget/dist/', import.meta.url);
    const core = readFileSync(new URL('chidu-notice.js', dist), 'utf8');
    expect(core).not.toMatch(/chidu-board|createScriptURL|comlink|BoardModel/);
  });
});
