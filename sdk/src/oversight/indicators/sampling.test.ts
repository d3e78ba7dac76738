import fc from 'fast-check';
import { expect, it } from 'vitest';
import { samplingPlan } from './index.ts';

const cases = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts).flatMap(([stratum, n]) =>
    Array.from({ length: n }, (_, i) => ({ id: `${stratum}-${i}`, stratum })),
  );

it('draws the same from the same seed, in whatever order the cases come', () => {
  const all = cases({ food: 40, price: 25, ad: 5 });
  const plan = samplingPlan(all, { size: 14, seed: 20_261_122 });
  expect(samplingPlan([...all].reverse(), { size: 14, seed: 20_261_122 })).toEqual(plan);
  expect(samplingPlan(all, { size: 14, seed: 1 })).not.toEqual(plan);
  expect(plan.strata.map(({ stratum, drawn }) => [stratum, drawn.length])).toEqual([
    ['ad', 2],
    ['food', 7],
    ['price', 5],
  ]);
  expect(plan.records[0]).toEqual({
    number: 1,
    case: plan.strata[0]?.drawn[0],
    stratum: 'ad',
    reviewer: null,
    on: null,
    finding: null,
    evidence: null,
  });
  // Kept for ever: whoever recorded this seed draws these.
  expect(plan.strata[0]?.drawn).toEqual(['ad-4', 'ad-1']);
});

it('draws exactly so many, each once, one of every stratum where there is room', () => {
  const counts = fc.dictionary(
    fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    fc.integer({ min: 1, max: 40 }),
    { minKeys: 1 },
  );
  fc.assert(
    fc.property(counts, fc.nat(120), fc.nat(2 ** 31), (counts, size, seed) => {
      const all = cases(counts);
      const { strata, records } = samplingPlan(all, { size, seed });
      const drawn = strata.flatMap((one) => one.drawn);
      expect(drawn).toHaveLength(Math.min(size, all.length));
      expect(new Set(drawn).size).toBe(drawn.length);
      expect(records.map((one) => one.case)).toEqual(drawn);
      for (const { stratum, drawn } of strata) {
        expect(drawn.every((id) => id.startsWith(`${stratum}-`))).toBe(true);
        if (size >= strata.length) expect(drawn.length).toBeGreaterThan(0);
      }
    }),
    { seed: 107, numRuns: 300 },
  );
});

it('draws every case about as often', () => {
  const all = cases({ a: 10, b: 10 });
  const often = new Map<string, number>();
  for (let seed = 0; seed < 4_000; seed++)
    for (const { drawn } of samplingPlan(all, { size: 4, seed }).strata)
      for (const id of drawn) often.set(id, (often.get(id) ?? 0) + 1);
  // Expected 800 each, standard deviation 25.
  for (const times of often.values()) expect(Math.abs(times - 800)).toBeLessThan(130);
  expect(often.size).toBe(20);
});

it('refuses a case in two strata and a seed that cannot be recorded exactly', () => {
  expect(() =>
    samplingPlan([...cases({ a: 1 }), ...cases({ a: 1 })], { size: 1, seed: 1 }),
  ).toThrow('one stratum');
  expect(() => samplingPlan([], { size: 1, seed: 0.5 })).toThrow('whole');
});
