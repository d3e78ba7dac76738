import { describe, expect, it } from 'vitest';
import { growTrees } from '../../discretion/deviation/forest.ts';
import { randomStream } from '../../discretion/deviation/random.ts';
import { robustFit } from '../../discretion/deviation/regression.ts';
import type { CaseRecord } from '../record.ts';
import { expectFine } from './expect-fine.ts';

const HARM = ['none', 'slight', 'grave'];

/** Fines that follow value and harm, with noise; prefecture 9902 is a third heavier. */
function history(seed: number, count: number): CaseRecord[] {
  const random = randomStream(seed);
  return Array.from({ length: count }, (_, i) => {
    const value = Math.round(10_000 * 10 ** (3 * random()));
    const harm = Math.floor(random() * 3);
    const region = random() < 0.5 ? '990101' : '990201';
    const noise = 0.2 * (random() + random() - 1);
    const heavier = region === '990201' ? 1.33 : 1;
    return {
      format: 'chidu-case-record/1',
      id: `case-${i}`,
      facts: '略',
      statutes: [],
      value,
      fine: Math.round(value ** 0.5 * 1000 * (1 + harm) * heavier * Math.exp(noise)),
      factors: { harm: HARM[harm] as string },
      region,
      level: 'county',
      source: { name: '测试' },
    };
  });
}

/** NIST StRD, Longley (1967): y, then x1 to x6; a design that is nearly singular on purpose. */
const LONGLEY = `60323 83.0 234289 2356 1590 107608 1947
61122 88.5 259426 2325 1456 108632 1948
60171 88.2 258054 3682 1616 109773 1949
61187 89.5 284599 3351 1650 110929 1950
63221 96.2 328975 2099 3099 112075 1951
63639 98.1 346999 1932 3594 113270 1952
64989 99.0 365385 1870 3547 115094 1953
63761 100.0 363112 3578 3350 116219 1954
66019 101.2 397469 2904 3048 117388 1955
67857 104.6 419180 2822 2857 118734 1956
68169 108.4 442769 2936 2798 120445 1957
66513 110.8 444546 4681 2637 121950 1958
68655 112.6 482704 3813 2552 123366 1959
69564 114.2 502601 3931 2514 125368 1960
69331 115.7 518173 4806 2572 127852 1961
70551 116.9 554894 4007 2827 130081 1962`
  .split('\n')
  .map((line) => line.split(' ').map(Number));
const CERTIFIED = [
  -3482258.63459582, 15.0618722713733, -0.035819179292591, -2.02022980381683, -1.03322686717359,
  -0.0511041056535807, 1829.15146461355,
];

describe('the regression', () => {
  it('gives the certified values of a hard public data set to nine digits', () => {
    const column = (c: number) => Float64Array.from(LONGLEY, (row) => row[c] as number);
    const { coefficients } = robustFit([1, 2, 3, 4, 5, 6].map(column), column(0));
    for (const [i, certified] of CERTIFIED.entries()) {
      expect(Math.abs((coefficients[i] as number) / certified - 1)).toBeLessThan(1e-9);
    }
  });
});

/** A forest grown by lists and sums over all members, for each cut anew: nothing shared but the stream of draws. */
function* referenceVotes(
  columns: readonly Float64Array[],
  target: Float64Array,
  row: number,
  seed: number,
  trees: number,
): Generator<number> {
  const random = randomStream(seed);
  const size = target.length;
  const cutsOf = columns.map((column) => {
    const sorted = [...column.slice(0, size)].sort((a, b) => a - b);
    const cuts = Array.from({ length: 31 }, (_, k) => sorted[Math.floor(((k + 1) * size) / 32)]);
    return [...new Set(cuts as number[])].filter((cut) => cut !== sorted[0]);
  });
  const mean = (of: number[]) => of.reduce((sum, i) => sum + (target[i] as number), 0) / of.length;
  const grow = (members: number[], depth: number): ((i: number) => number) => {
    const own = mean(members);
    if (depth >= 10 || members.length < 10) return () => own;
    let best: { low: number[]; high: number[]; c: number; cut: number } | null = null;
    let gain = members.length * own * own + 1e-12;
    for (let t = 0; t < Math.max(1, Math.ceil(columns.length / 3)); t++) {
      const c = Math.floor(random() * columns.length);
      const column = columns[c] as Float64Array;
      for (const cut of cutsOf[c] ?? []) {
        const low = members.filter((i) => (column[i] as number) < cut);
        const high = members.filter((i) => (column[i] as number) >= cut);
        if (low.length < 5 || high.length < 5) continue;
        const score = low.length * mean(low) ** 2 + high.length * mean(high) ** 2;
        if (score > gain * (1 + 1e-12)) [gain, best] = [score, { low, high, c, cut }];
      }
    }
    if (best === null) return () => own;
    const { c, cut } = best;
    const [low, high] = [grow(best.low, depth + 1), grow(best.high, depth + 1)];
    return (i) => ((columns[c]?.[i] as number) < cut ? low(i) : high(i));
  };
  for (let tree = 0; tree < trees; tree++) {
    const bag = Array.from({ length: size }, () => Math.floor(random() * size));
    yield grow(bag, 0)(row);
  }
}

describe('the forest', () => {
  it.each([1, 2, 3])(
    'votes as a plain reference implementation does, tree by tree (%i)',
    (seed) => {
      const random = randomStream(seed + 100);
      const size = 150;
      const columns = Array.from({ length: 5 }, () =>
        Float64Array.from({ length: size + 1 }, () => Math.floor(random() * 50)),
      );
      const target = Float64Array.from(
        { length: size },
        (_, i) => (columns[0]?.[i] as number) * 3 + (columns[1]?.[i] as number) + random() * 10,
      );
      const wanted = [...referenceVotes(columns, target, size, seed, 25)];
      const votes = [...growTrees(columns, target, { seed, trees: 25 })].map(({ vote }) =>
        vote(size),
      );
      expect(votes).toHaveLength(25);
      for (const [tree, vote] of votes.entries()) {
        expect(Math.abs(vote - (wanted[tree] as number))).toBeLessThan(1e-9);
      }
    },
  );
});

describe('what the models expect', () => {
  const records = history(20261122, 600);
  const asked = { value: 1_000_000, factors: { harm: 'slight' } };
  const result = expectFine(records, asked, { seed: 7 });
  if (result.state !== 'expected') throw new Error('too few cases');

  it('is near what such cases were given, and both say how near', () => {
    const usual = 1_000_000 ** 0.5 * 2000 * Math.sqrt(1.33);
    for (const { fine, low, high } of [result.regression, result.forest]) {
      expect(fine / usual).toBeGreaterThan(0.85);
      expect(fine / usual).toBeLessThan(1.2);
      expect(low).toBeLessThan(usual);
      expect(high).toBeGreaterThan(usual);
    }
  });

  it('shows what an office does differently, because the models were not told', () => {
    for (const { errors } of [result.regression, result.forest]) {
      const ratio = (group: string) => errors.find((one) => one.group === group)?.ratio ?? 0;
      expect(ratio('9902') / ratio('9901')).toBeGreaterThan(1.2);
      expect(errors[0]).toMatchObject({ by: 'all', cases: 600 });
    }
    expect(result.features.join()).not.toMatch(/99|county|region/);
  });

  it('is the same for the same seed', () => {
    expect(expectFine(records, asked, { seed: 7 })).toEqual(result);
  });

  it('is nothing from fewer than thirty cases with a fine', () => {
    const few = history(1, 40).map((one, i) => (i < 12 ? { ...one, fine: 0 } : one));
    expect(expectFine(few, asked, { seed: 1 })).toEqual({ state: 'too-few', cases: 28 });
  });
});
