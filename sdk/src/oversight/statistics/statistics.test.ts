import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { falseDiscovery, moreThanTheRest, rateOf, stratifiedRankSums } from './index.ts';
import { logFactorial, twoSided } from './probability.ts';

describe('a rate', () => {
  // Newcombe 1998, table I: Wilson without continuity correction.
  it.each([
    [81, 263, 2553, 3662],
    [15, 148, 624, 1605],
    [0, 20, 0, 1611],
    [1, 29, 61, 1718],
  ])('%i of %i has the interval of the literature', (k, n, low, high) => {
    const { interval } = rateOf(k, n);
    expect(Math.abs((interval?.[0] ?? 0) - low)).toBeLessThanOrEqual(1);
    expect(Math.abs((interval?.[1] ?? 0) - high)).toBeLessThanOrEqual(1);
  });

  it('is none for 0 of 0', () => {
    expect(rateOf(0, 0)).toEqual({ numerator: 0, denominator: 0, interval: null });
  });

  it('always lies in its interval, which narrows with more cases', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5000 }), fc.nat(5000), (n, k) => {
        const hits = Math.min(k, n);
        const { interval } = rateOf(hits, n);
        const [low, high] = interval ?? [1, 0];
        const share = (10_000 * hits) / n;
        expect(low).toBeLessThanOrEqual(share);
        expect(high).toBeGreaterThanOrEqual(share);
        expect(low).toBeGreaterThanOrEqual(0);
        expect(high).toBeLessThanOrEqual(10_000);
        const [l, h] = rateOf(10 * hits, 10 * n).interval ?? [0, 0];
        expect(h - l).toBeLessThanOrEqual(high - low);
      }),
      { seed: 20261122, numRuns: 300 },
    );
  });
});

describe('exact and rank tests', () => {
  it('gives the tea-tasting lady her 17/70', () => {
    expect(moreThanTheRest({ hits: 3, inside: 4, otherHits: 1, outside: 4 })).toBeCloseTo(
      17 / 70,
      10,
    );
  });

  it('agrees with counting every arrangement', () => {
    const choose = (n: number, k: number): number =>
      k < 0 || k > n ? 0 : k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k;
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 12 }),
        fc.nat(12),
        fc.nat(12),
        (inside, outside, a, b) => {
          const [hits, otherHits] = [Math.min(a, inside), Math.min(b, outside)];
          const marked = hits + otherHits;
          let sum = 0;
          for (let k = hits; k <= inside; k++)
            sum += choose(inside, k) * choose(outside, marked - k);
          const p = moreThanTheRest({ hits, inside, otherHits, outside });
          expect(p).toBeCloseTo(sum / choose(inside + outside, marked), 8);
        },
      ),
      { seed: 20261122, numRuns: 200 },
    );
  });

  it('knows factorials and the tails of the normal distribution', () => {
    expect(Math.exp(logFactorial(10))).toBeCloseTo(3_628_800, 4);
    expect(logFactorial(170)).toBeCloseTo(706.5730622457874, 9);
    expect(twoSided(1.959963984540054)).toBeCloseTo(0.05, 12);
    expect(twoSided(3.290526731491926)).toBeCloseTo(0.001, 12);
    expect(twoSided(-6) / 1.973175290075396e-9).toBeCloseTo(1, 8);
    expect(twoSided(0)).toBe(1);
  });

  it('is the rank-sum test of Wilcoxon in one stratum', () => {
    // 1..4 against 5..8 without ties: W = 10, mean 18, variance 12.
    const row = (group: string) => (value: number) => ({ group, value });
    const one = [...[1, 2, 3, 4].map(row('a')), ...[5, 6, 7, 8].map(row('b'))];
    const tests = stratifiedRankSums([one]);
    const a = tests.get('a');
    expect(a?.z).toBeCloseTo(-8 / Math.sqrt(12), 9);
    expect(a?.p).toBeCloseTo(0.020921335337794, 8);
    expect(a).toMatchObject({ compared: 4, shift: -4 });
    expect(tests.get('b')).toMatchObject({ z: -(a?.z ?? 0), shift: 4 });
    const level = stratifiedRankSums([[1, 1].map(row('a')), [1, 1, 1].map(row('a'))]);
    expect(level.get('a')).toEqual({ z: 0, p: 1, compared: 0, shift: 0 });
    const tied = stratifiedRankSums([[...[1, 1].map(row('a')), ...[1, 1].map(row('b'))]]);
    expect(tied.get('a')).toEqual({ z: 0, p: 1, compared: 2, shift: 0 });
  });

  it('compares like with like: a group with only heavy cases is not called heavy', () => {
    const rows = (group: string, values: number[]) => values.map((value) => ({ group, value }));
    const heavy = [...rows('a', [9, 10, 11]), ...rows('b', [9, 10, 11])];
    const light = rows('b', [1, 2, 3, 1, 2, 3]);
    expect(stratifiedRankSums([heavy, light]).get('a')).toMatchObject({ p: 1, shift: 0 });
  });

  it('gives the q-values of Benjamini and Hochberg', () => {
    const ps = [0.01, 0.04, 0.03, 0.5];
    expect(falseDiscovery(ps)).toEqual([0.04, 0.0533333333, 0.0533333333, 0.5]);
    expect(falseDiscovery([])).toEqual([]);
  });
});
