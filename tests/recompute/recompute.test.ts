import { readFileSync } from 'node:fs';
import {
  caseHistories,
  type Figure,
  mattersOf,
  type OversightEvent,
  remedyFigures,
} from '@chidu/sdk/oversight';
import { type Alert, alertsOf, RULES } from '@chidu/sdk/oversight/alerts';
import {
  boardFigures,
  crossTable,
  matterFigures,
  openBoard,
  selectCases,
  WHOLE_BOARD,
} from '@chidu/sdk/oversight/board';
import {
  type Appraisal,
  appraise,
  coverageFigures,
  fullRates,
  loadFormula,
} from '@chidu/sdk/oversight/indicators';
import {
  officerFigures,
  peopleOf,
  publicityFigure,
  publicityOf,
  reviewFigure,
} from '@chidu/sdk/oversight/registers';
import { coverageOf, exercisesOf, useOf } from '@chidu/sdk/oversight/use';
import { loadBenchmarkPack, loadStatutePack } from '@chidu/sdk/rules';
import chineseDays from 'chinese-days';
import { beforeAll, describe, expect, it } from 'vitest';
import { habitWorld } from '../../demo/worlds/habits.ts';
import { haiyan } from '../../demo/worlds/haiyan.ts';
import { officersOf, publicityOfWorld, reviewsOfWorld } from '../../demo/worlds/registers.ts';
import type { World } from '../../demo/worlds/world.ts';
import { type Exported, type Recomputed, recompute } from './recompute.ts';

interface Shown {
  readonly figures: readonly Figure[];
  readonly alerts: readonly Alert[];
  readonly scores: readonly Appraisal[];
  readonly exported: Exported;
  /** The same by the script. */
  readonly again: Recomputed;
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../sdk/packs/${name}`, import.meta.url), 'utf8'));
const [statutes, pack] = [
  loadStatutePack(read('statutes.json')),
  loadBenchmarkPack(read('sample-benchmark.json'), { allowSample: true }),
];
const formula = loadFormula(
  {
    format: 'chidu-appraisal/1',
    id: 'sample',
    version: '1',
    title: { zh: '示例考核公式' },
    sample: true,
    publication: null,
    fewest: 10,
    leastWeight: 5_000,
    items: [
      ['rates.online', 3_000, 5_000, 10_000],
      ['rates.published', 4_000, 8_000, 9_900],
      ['use.unreasoned', 3_000, 9_000, 0],
    ].map(([figure, weight, none, all]) => ({ figure, label: { zh: figure }, weight, none, all })),
  },
  { allowSample: true },
);
if (!statutes.ok || !pack.ok || !formula.ok) throw new Error('a file of the test is refused');

/** By the package itself, not by our table of it. */
const CALENDAR = Array.from({ length: 7 * 366 }, (_, i): [string, boolean] => {
  const day = new Date(Date.UTC(2020, 0, 1 + i)).toISOString().slice(0, 10);
  return [day, chineseDays.isWorkday(day)];
});

/** What the board shows of a world, and what an auditor is handed of it. */
function show(world: World): Shown {
  const { events, today, organisation } = world;
  const { cases, unread } = caseHistories(events);
  expect(unread).toEqual([]);
  const { clues, supervisions } = mattersOf(events);
  const alerts = alertsOf(cases, { today });
  const board = openBoard({ cases, organisation, alerts });
  const all = selectCases(board, WHOLE_BOARD);
  const [from, to] = [events[0]?.at.slice(0, 10) ?? '', '2100-01-01'] as const;
  const registers = {
    officers: officersOf(world),
    publicity: publicityOfWorld(world),
    reviews: reviewsOfWorld(world),
  };
  const people = peopleOf(registers.officers);
  const { byCase: publicity } = publicityOf(registers.publicity, cases);
  const rates = fullRates({ organisation, people, cases, from, to, publicity });
  const table = crossTable(board, all, { rows: 'violation', columns: 'tier', unit: null });
  const { exercises } = exercisesOf(cases);
  const [book, standard] = [statutes, pack].map((one) => one.ok && one.value);
  if (!book || !standard || !('statutes' in book) || !('benchmarks' in standard)) throw new Error();
  const exported: Exported = {
    log: lines(events),
    alerts: lines(alerts),
    rules: RULES.map(({ id }) => id),
    units: organisation.units,
    people,
    period: [from, to],
    registers,
    calendar: CALENDAR,
    book: { statutes: book, packs: [standard] },
    formula: formula.ok ? formula.value : expect.fail(),
  };
  return {
    alerts,
    exported,
    again: recompute(exported),
    figures: [
      ...boardFigures(all),
      ...matterFigures(clues, supervisions),
      ...remedyFigures(cases),
      ...rates.figures,
      ...officerFigures(registers.officers, today),
      publicityFigure(registers.publicity, { cases, from, to }),
      reviewFigure(cases, { from, to, reviews: registers.reviews }),
      ...coverageFigures({ organisation, cases, unread }).figures,
      ...coverageOf({ statutes: book, packs: [standard], exercises, on: today }).figures,
      // What the log does not say is a row of its own; what it says stands in both.
      ...table.cells.flat().filter(({ id, numerator }) => numerator > 0 && !/:(?:[;\]])/.test(id)),
    ],
    scores: appraise(
      formula.ok ? formula.value : expect.fail(),
      organisation.units
        .filter(({ authority }) => authority !== null)
        .map((unit) => {
          const own = cases.filter((one) => one.authority === unit.authority);
          const used = { organisation: { ...organisation, units: [unit] }, people, cases: own };
          const { figures } = fullRates({ ...used, from, to, publicity });
          return { unit: unit.id, figures: [...figures, ...useOf(exercisesOf(own).exercises)] };
        }),
    ),
  };
}

const lines = (of: readonly unknown[]): string => of.map((one) => JSON.stringify(one)).join('\n');

const asPairs = (figures: readonly Figure[]) =>
  new Map(figures.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]));

const sorted = <T>(of: ReadonlyMap<string, T>) => [...of].sort(([a], [b]) => (a < b ? -1 : 1));

let planted: Shown;
let county: Shown;
beforeAll(async () => {
  const world = await habitWorld({ cases: 600, seed: 5, plants: true });
  planted = show(world);
  county = show(await haiyan());
});

describe('figures of the board', () => {
  it('are equal to those of a script that shares no line with oversight', () => {
    for (const { figures, again } of [planted, county]) {
      expect(figures.length).toBeGreaterThan(100);
      expect(sorted(again.figures)).toEqual(sorted(asPairs(figures)));
    }
  });

  it('and scores of units by a formula follow from them, item by item', () => {
    for (const { scores, again } of [planted, county]) {
      const shown = scores.flatMap(
        ({ unit, asCounted: { items, judged, total, interval }, places }) => [
          ...items.map(({ figure, points }): [string, number | null] => [
            `${unit} ${figure}`,
            points,
          ]),
          [`${unit} judged`, judged] as const,
          [`${unit} total`, total] as const,
          [`${unit} low`, interval?.[0] ?? null] as const,
          [`${unit} high`, interval?.[1] ?? null] as const,
          [`${unit} first`, places?.[0] ?? null] as const,
          [`${unit} last`, places?.[1] ?? null] as const,
        ],
      );
      expect(sorted(again.scores)).toEqual(sorted(new Map(shown)));
      // A score that is nought or all everywhere would show nothing.
      expect(new Set(scores.map(({ asCounted }) => asCounted.total)).size).toBeGreaterThan(2);
    }
  });

  it('name as many sources as they count', () => {
    for (const { figures } of [planted, county]) {
      const odd = figures.filter(
        ({ numerator, denominator, in: part, of }) =>
          part.length !== numerator || (denominator !== null && of.length !== denominator),
      );
      expect(odd.map(({ id }) => id)).toEqual([]);
    }
  });

  it('differ as soon as one entry is left out or altered', () => {
    const { exported, figures } = planted;
    const differs = (change: (events: OversightEvent[]) => OversightEvent[]): boolean => {
      const events = exported.log.split('\n').map((line) => JSON.parse(line) as OversightEvent);
      const again = recompute({ ...exported, log: lines(change(events)) });
      return JSON.stringify(sorted(again.figures)) !== JSON.stringify(sorted(asPairs(figures)));
    };
    const without = (kind: string) => (events: OversightEvent[]) =>
      events.toSpliced(
        events.findIndex((one) => one.kind === kind),
        1,
      );
    for (const kind of ['issued', 'objected', 'answered'])
      expect([kind, differs(without(kind))]).toEqual([kind, true]);
    const dearer = (events: OversightEvent[]) =>
      events.map((one, i) =>
        i === events.findLastIndex(({ kind }) => kind === 'decided')
          ? { ...one, data: { ...one.data, fine: 1 } }
          : one,
      );
    expect(differs(dearer)).toBe(true);
  });

  it('of the plain rules rest on the cases that the script finds itself', () => {
    const { alerts, again } = planted;
    for (const rule of ['departure-unexplained', 'number-vanished', 'two-live-codes']) {
      const raised = new Set(alerts.filter((one) => one.rule === rule).map((one) => one.case));
      expect(raised.size).toBeGreaterThan(0);
      const found = [...again.alerts].filter((one) => one.startsWith(`${rule} `));
      expect(found.map((one) => one.slice(rule.length + 1)).sort()).toEqual([...raised].sort());
    }
  });
});

it('imports nothing of the product', () => {
  const source = readFileSync(new URL('recompute.ts', import.meta.url), 'utf8');
  const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
  expect(imported.every((from) => from?.startsWith('node:'))).toBe(true);
});
