import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Reach } from './reach.ts';

const factors = fc.array(
  fc.array(fc.integer({ min: -40, max: 60 }), { minLength: 1, maxLength: 4 }),
  {
    maxLength: 5,
  },
);

function* choices(points: readonly number[][]): Generator<number[]> {
  const [first, ...rest] = points;
  if (first === undefined) return yield [];
  for (const tail of choices(rest)) for (const option of first.keys()) yield [option, ...tail];
}

function total(points: readonly number[][], choice: readonly number[]): number {
  return choice.reduce((sum, option, factor) => sum + (points[factor]?.[option] as number), 0);
}

function reach(points: readonly number[][]): Reach {
  const found = Reach.of(points);
  if (!found) throw new Error('too many scores');
  return found;
}

describe('reachable totals', () => {
  it('are those of all choices, each with a choice that gives it', () => {
    fc.assert(
      fc.property(factors, (points) => {
        const found = reach(points);
        const all = [...choices(points)].map((choice) => total(points, choice));
        expect(found.totals).toEqual([...new Set(all)].sort((a, b) => a - b));
        for (const sum of found.totals) expect(total(points, found.choice(sum))).toBe(sum);
      }),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('meet in two sets exactly when some choice of the others leads there', () => {
    fc.assert(
      fc.property(
        factors.filter((points) => points.length > 0),
        fc.nat(),
        fc.integer({ min: -50, max: 80 }),
        fc.integer({ min: -50, max: 80 }),
        (points, seed, low, high) => {
          const found = reach(points);
          const factor = seed % points.length;
          const a = 0;
          const b = (points[factor]?.length as number) - 1;
          const pair = found.meets(
            factor,
            a,
            found.mask((sum) => sum < low),
            b,
            found.mask((sum) => sum >= high),
          );
          const expected = [...choices(points)].some(
            (choice) =>
              choice[factor] === a &&
              total(points, choice) < low &&
              total(points, choice.with(factor, b)) >= high,
          );
          expect(pair !== null).toBe(expected);
          if (pair) {
            expect(total(points, pair[0])).toBeLessThan(low);
            expect(total(points, pair[1])).toBeGreaterThanOrEqual(high);
            expect(pair[0].with(factor, b)).toEqual(pair[1]);
          }
        },
      ),
      { seed: 20261121, numRuns: 300 },
    );
  });

  it('are refused where they spread too far to enumerate', () => {
    expect(
      Reach.of([
        [0, 1],
        [0, 2 ** 40],
      ]),
    ).toBeNull();
    // a common step is divided out first
    expect(
      Reach.of([
        [0, 2 ** 30],
        [0, 2 ** 40],
      ])?.totals,
    ).toHaveLength(4);
  });
});
