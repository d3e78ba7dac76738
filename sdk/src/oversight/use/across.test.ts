import { expect, it } from 'vitest';
import { RULE } from '../../discretion/fixtures/food-122.ts';
import type { Rule } from '../../rules/index.ts';
import { history, regionOf, SOUTH } from './fixtures/history.ts';
import { acrossRegions, bandsApart, exercisesOf, standardsApart } from './index.ts';

const [first] = RULE.benchmark.factors;
const chosen = first?.options[1];
if (!first || !chosen) throw new Error('the sample Rule has a factor with two options');

/** The same factors under other numbers, as another authority would print them. */
const renumbered: Rule = {
  ...RULE,
  pack: { ...RULE.pack, id: 'south' },
  benchmark: {
    ...RULE.benchmark,
    factors: RULE.benchmark.factors.map((one) => ({ ...one, number: one.number + 100 })),
  },
};
const rules = new Map([
  ['a'.repeat(64), RULE],
  ['b'.repeat(64), renumbered],
]);
const north = (number: string, range = { min: 100, max: 200 }) =>
  history(number, { issued: { factors: [[first.number, chosen.number]], range } });
const south = (number: string, range = { min: 100, max: 200 }, fact = 500_000) =>
  history(number, {
    authority: SOUTH,
    issued: {
      rule: 'b'.repeat(64),
      benchmark: { pack: 'south', version: '3' },
      factors: [[first.number + 100, chosen.number]],
      facts: [[1, fact]],
      range,
    },
  });

it('lists the same conduct with another band in another region, across packs that number factors differently', () => {
  const { exercises } = exercisesOf([north('1'), north('2'), south('3', { min: 100, max: 260 })]);
  const { apart, compared } = acrossRegions(exercises, regionOf, rules);
  expect(compared).toHaveLength(3);
  expect(apart).toHaveLength(1);
  expect(apart[0]?.factors).toEqual([`${first.id}=${chosen.id}`]);
  expect(
    apart[0]?.treatments.map(({ region, benchmark, band, cases }) => [
      region,
      benchmark.pack,
      band?.max,
      cases.length,
    ]),
  ).toEqual([
    ['231200', 'north', 200, 2],
    ['231300', 'south', 260, 1],
  ]);
});

it('lists nothing where bands agree, where conduct differs and where Rules are not known', () => {
  const apart = (list: Parameters<typeof exercisesOf>[0], known = rules) =>
    acrossRegions(exercisesOf(list).exercises, regionOf, known);
  expect(apart([north('1'), south('2')]).apart).toEqual([]);
  const other = apart([north('1'), south('2', { min: 1, max: 2 }, 900_000)]);
  expect([other.apart, other.alone.length]).toEqual([[], 2]);
  const unknown = apart([north('1'), south('2', { min: 1, max: 2 })], new Map());
  expect([unknown.apart, unknown.alone.length]).toEqual([[], 2]);
});

it('finds standards for one violation that differ without any case', () => {
  const { method } = RULE.benchmark;
  if (method.kind !== 'points-tiers') throw new Error('the sample counts points');
  const stricter: Rule = {
    ...RULE,
    pack: { ...RULE.pack, id: 'south' },
    benchmark: { ...RULE.benchmark, method: { ...method, within: 'low' } },
  };
  expect(
    standardsApart([
      { name: '231200', rule: RULE },
      { name: '231300', rule: RULE },
    ]),
  ).toEqual([]);
  const [found] = standardsApart([
    { name: '231200', rule: RULE },
    { name: '231300', rule: stricter },
  ]);
  expect(found?.names).toEqual(['231200', '231300']);
  expect(found?.difference.regions.some(({ lighter }) => lighter > 0)).toBe(true);
});

it('finds a tier that takes another part of the span in another field', () => {
  const { benchmark } = RULE;
  const { method } = benchmark;
  if (method.kind !== 'points-tiers') throw new Error('the sample counts points');
  const wider = {
    ...benchmark,
    title: { zh: '广告裁量基准' },
    method: {
      ...method,
      tiers: method.tiers.map((one) =>
        one.tier === 'lighten'
          ? { ...one, band: { of: 'span' as const, bp: [0, 4000] as [number, number] } }
          : one,
      ),
    },
  };
  const food = { field: 'food', benchmark };
  expect(bandsApart([food, { field: 'price', benchmark }])).toEqual([]);
  expect(bandsApart([food, { field: 'ad', benchmark: wider }])).toEqual([
    {
      tier: 'lighten',
      bands: [
        { bp: [0, 3000], where: [{ field: 'food', title: benchmark.title.zh }] },
        { bp: [0, 4000], where: [{ field: 'ad', title: '广告裁量基准' }] },
      ],
    },
  ]);
});
