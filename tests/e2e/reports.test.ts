import { existsSync, readFileSync } from 'node:fs';
import { monthlyTable } from '@chidu/sdk/oversight/indicators';
import { loadTask, taskPage } from '@chidu/sdk/oversight/liaison';
import {
  meetingAgenda,
  monthlyNotice,
  publicWarningReport,
  warningReport,
} from '@chidu/sdk/oversight/reports';
import {
  instrumentPage,
  loadSupervision,
  type SupervisionCase,
  submissionDraft,
} from '@chidu/sdk/oversight/supervision';
import { exercisesOf, useOf } from '@chidu/sdk/oversight/use';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { history, NORTH, SOUTH } from '../../sdk/src/oversight/use/fixtures/history.ts';
import { faults } from './axe.ts';
import { openBrowser } from './browser.ts';

const CHROMIUM = '/usr/bin/chromium';

const head = { title: '执法情况通报', issuer: '示例局', day: '2026-11-05', draft: true };
const cases = Array.from({ length: 48 }, (_, i) =>
  history(String(i + 1), {
    authority: i % 3 === 0 ? SOUTH : NORTH,
    day: `2026-${String((i % 12) + 1).padStart(2, '0')}-12`,
    issued: {
      violation: ['food', 'ad', 'price', 'scale'][i % 4] ?? '',
      fine: 6_500_000 + i * 20_000,
    },
  }),
);
const { exercises } = exercisesOf(cases);
const unit = (id: string, name: string, authority: string) => ({
  id,
  parent: null,
  name,
  level: 'county' as const,
  authority,
  region: null,
  people: 3,
});
const organisation = {
  format: 'chidu-organisation/1' as const,
  name: '示例市',
  units: [unit('north', '北县市场监督管理局', NORTH), unit('south', '南县市场监督管理局', SOUTH)],
};
const units = organisation.units.map(({ id, name, authority }) => ({
  id,
  name,
  figures: useOf(
    exercises.filter((one) => one.authority === authority),
    { unit: id },
  ).slice(0, 6),
}));
const warning = {
  head: { ...head, title: '高发违法行为预警报告' },
  year: '2026',
  exercises,
  violationName: (id: string) => `违法行为${id}`,
  regionOf: (authority: string) => authority.slice(-2),
  regionName: (region: string) => `地区${region}`,
};
const keptCase = new URL(
  '../../sdk/src/oversight/supervision/fixtures/supervision-1.json',
  import.meta.url,
);
const supervision = loadSupervision(JSON.parse(readFileSync(keptCase, 'utf8')));
if (!supervision.ok) throw new Error(JSON.stringify(supervision.issues));
const instrument = (name: SupervisionCase['opinions'][number]['instrument']): string => {
  const { opinions, ...rest } = supervision.value;
  return instrumentPage({
    ...rest,
    opinions: opinions.map((one) => ({ ...one, instrument: name })),
  });
};
const keptTask = new URL('../../sdk/src/oversight/liaison/fixtures/task-1.json', import.meta.url);
const task = loadTask(JSON.parse(readFileSync(keptTask, 'utf8')));
if (!task.ok) throw new Error(JSON.stringify(task.issues));
const REPORTS = {
  督办函: instrument('督办函'),
  意见书: instrument('意见书'),
  决定书: instrument('决定书'),
  'submission to the government': submissionDraft(supervision.value),
  'letter with the slip of its receipt': taskPage(task.value, '示例区司法局'),
  notice: monthlyNotice({
    head,
    month: '2026-10',
    figures: useOf(exercises).slice(0, 8),
    units,
    table: monthlyTable(organisation, cases, '2026-10').table,
    corrections: [],
    remarks: ['请各单位核对'],
  }),
  'warning for the house': warningReport({
    ...warning,
    most: 3,
    lastYear: { from: 'log', complete: false },
  }),
  'warning for the public': publicWarningReport({
    ...warning,
    violations: ['food', 'ad', 'price'],
    lastYear: { food: 20 },
    k: 5,
    counted: new Set(),
  }).html,
  agenda: meetingAgenda({
    head: { ...head, title: '联席会议议程' },
    place: '示例会议室',
    bodies: ['司法局', '市场监督管理局'],
    reports: [
      { by: '市场监督管理局', title: '裁量行使情况', figures: useOf(exercises).slice(0, 6) },
    ],
    tasks: [
      { number: 1, task: '修订基准', owner: '市场监督管理局', due: '2026-11-01', done: null },
    ],
  }),
};

describe.runIf(existsSync(CHROMIUM))('reports in a browser', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser?.close());

  async function open(html: string, look: (page: Page) => Promise<void>) {
    // The width of an A4 page inside its margins, at 96 dpi.
    const context = await browser.newContext({ viewport: { width: 657, height: 970 } });
    const asked: string[] = [];
    const page = await context.newPage();
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    await look(page);
    await context.close();
    expect(asked).toEqual([]);
  }

  it.each(Object.entries(REPORTS))(
    '%s: no fault that axe finds, nothing wider than the paper',
    async (_, html) => {
      await open(html, async (page) => {
        expect(await faults(page)).toEqual([]);
        const [wide, room] = (await page.evaluate(
          '[document.documentElement.scrollWidth, document.documentElement.clientWidth]',
        )) as [number, number];
        expect(wide).toBeLessThanOrEqual(room);
      });
    },
  );

  it('draw a bar and its number for every row, one under the other', async () => {
    await open(REPORTS['warning for the house'], async (page) => {
      const [violations, months] = await page.locator('svg').all();
      for (const [drawing, rows] of [
        [violations, 3],
        [months, 12],
      ] as const) {
        const boxes = await Promise.all(
          ((await drawing?.locator('rect').all()) ?? []).map((bar) => bar.boundingBox()),
        );
        expect(boxes).toHaveLength(rows);
        expect(boxes.every((box) => box !== null && box.width > 0 && box.height > 0)).toBe(true);
        expect(new Set(boxes.map((box) => box?.y)).size).toBe(rows);
        expect(await drawing?.locator('text:visible').count()).toBe(2 * rows);
      }
    });
  });

  it('follow every number to its cases by the keyboard, and print on A4', async () => {
    await open(REPORTS.notice, async (page) => {
      const link = page.locator('td a').first();
      await link.focus();
      await page.keyboard.press('Enter');
      const target = await page.evaluate('decodeURIComponent(location.hash.slice(1))');
      expect(await page.evaluate('document.querySelector(":target")?.id')).toBe(target);
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      expect(pdf).toMatch(/\/MediaBox \[0 0 59[45](?:\.\d+)? 84[12](?:\.\d+)?\]/);
    });
  });
});
