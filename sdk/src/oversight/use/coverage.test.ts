import { expect, it } from 'vitest';
import { RULE } from '../../discretion/fixtures/food-122.ts';
import type { BenchmarkPack, StatutePack } from '../../rules/index.ts';
import { missing, showFigure } from '../figure.ts';
import { history, regionOf, SOUTH } from './fixtures/history.ts';
import { blankMap, coverageOf, exercisesOf } from './index.ts';

const { statute, benchmark } = RULE;
const entry = (violation: string, from = '2025-12-01', to: string | null = null) => ({
  ...statute,
  violation,
  from,
  to,
});
const statutes: StatutePack = {
  format: 'chidu-statutes/1',
  id: 'book',
  version: '1',
  title: { zh: '示例' },
  origin: {
    sha256: '0'.repeat(64),
    records: 0,
    otherVersions: 0,
    tiers: 0,
    fines: 0,
    otherVersionTiers: 0,
    otherVersionFines: 0,
  },
  notes: [],
  statutes: [
    entry('food-unlicensed-operation'),
    entry('ad-false', '2020-01-01', '2026-06-01'),
    entry('ad-false', '2026-06-01'),
    entry('price-fraud', '2020-01-01'),
    entry('gone', '2010-01-01', '2020-01-01'),
  ],
};
const pack = (id: string, violations: (string | null)[]): BenchmarkPack => ({
  format: 'chidu-benchmark/1',
  id,
  version: '1',
  title: { zh: '示例' },
  sample: true,
  publisher: { name: '示例' },
  publication: null,
  from: '2026-01-01',
  to: null,
  benchmarks: violations.map((violation) => ({ ...benchmark, violation })),
});
const { exercises } = exercisesOf([history('1'), history('2')]);

it('tells violations with and without a standard, tables used, unused and overtaken by the law', () => {
  const packs = [pack('north', ['food-unlicensed-operation', 'ad-false', 'gone'])];
  const { figures, clauses, orphans } = coverageOf({
    statutes,
    packs,
    exercises,
    on: '2026-11-22',
  });
  expect(figures.map((one) => `${one.id} ${showFigure(one)}`)).toEqual([
    'coverage.standard 66.67%（2/3）',
    'coverage.own 66.67%（2/3）',
    'coverage.used 50%（1/2）',
    'coverage.stale 50%（1/2）',
  ]);
  expect(figures[0] && missing(figures[0])).toEqual(['price-fraud']);
  expect(clauses.map(({ violation, cases, stale }) => [violation, cases.length, stale])).toEqual([
    ['food-unlicensed-operation', 2, null],
    ['ad-false', 0, { since: '2026-06-01', version: '2025-09-12修正' }],
    ['price-fraud', 0, null],
  ]);
  expect(orphans).toEqual([{ pack: 'north', violation: 'gone' }]);
});

it('asks about a day: before the law changed nothing was stale, and a pack not in force serves nobody', () => {
  const packs = [pack('north', ['ad-false'])];
  const then = coverageOf({ statutes, packs, exercises, on: '2026-05-31' });
  expect(then.figures.at(-1)).toMatchObject({ numerator: 0, denominator: 1 });
  const early = coverageOf({ statutes, packs, exercises, on: '2025-12-31' });
  expect(early.notInForce).toEqual(['north']);
  expect(early.figures.map((one) => showFigure(one))).toEqual([
    '0%（0/3）',
    '0%（0/3）',
    '无基数（0/0）',
    '无基数（0/0）',
  ]);
});

it('serves by the general table what has none of its own, and says so', () => {
  const { clauses } = coverageOf({
    statutes,
    packs: [pack('general', [null]), pack('north', ['ad-false'])],
    exercises,
    on: '2026-11-22',
  });
  expect(clauses.map(({ standard, pack }) => [standard, pack?.id])).toEqual([
    ['general', 'general'],
    ['own', 'north'],
    ['general', 'general'],
  ]);
});

it('maps where nobody looked: clause, region and month', () => {
  const cases = [
    history('1'),
    history('2', { day: '2026-11-03' }),
    history('3', { authority: SOUTH }),
  ];
  const { exercises: three } = exercisesOf(cases);
  const map = blankMap({
    exercises: three,
    regionOf,
    supervised: new Set([cases[0]?.id ?? '']),
    violations: ['food-unlicensed-operation'],
    regions: ['231200', '231300'],
    months: ['2026-10', '2026-11'],
  });
  expect(map.cells.map(({ region, month, state }) => [region, month, state])).toEqual([
    ['231200', '2026-10', 'covered'],
    ['231200', '2026-11', 'blank'],
    ['231300', '2026-10', 'blank'],
    ['231300', '2026-11', 'idle'],
  ]);
  expect(showFigure(map.figure)).toBe('33.33%（1/3）');
  expect(map.figure.definition.counts).toBe('cell');
  expect(missing(map.figure)).toEqual([
    'food-unlicensed-operation/231200/2026-11',
    'food-unlicensed-operation/231300/2026-10',
  ]);
});
