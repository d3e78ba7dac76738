import type { Benchmark, Method } from '../../rules/index.ts';
import type { Range } from '../assessment.ts';

/** A method shown at work: one benchmark, invented unless `source` says otherwise, and what it must give. Fen. */
export interface Examples {
  readonly source: string;
  readonly benchmark: Benchmark;
  readonly cases: readonly {
    readonly range: Range;
    /** Option ids in the order of the factors. */
    readonly options: readonly string[];
    /** The tier that grounds fixed, if any. */
    readonly fixed?: 'lighten' | 'ordinary' | 'aggravate';
    readonly facts?: Readonly<Record<string, number>>;
    readonly expect: {
      readonly tier: string;
      readonly band: Range;
      readonly suggestion: number;
    } | null;
  }[];
}

/** A factor with ordered options `a`, `b`, `c`, … that weigh the given points. */
export function factor(
  number: number,
  id: string,
  zh: string,
  points: readonly number[],
): Benchmark['factors'][number] {
  return {
    number,
    id,
    label: { zh },
    ordered: true,
    options: points.map((weight, i) => ({
      number: i + 1,
      id: 'abcdefgh'.charAt(i),
      label: { zh: `第${i + 1}档` },
      points: weight,
      evidence: [],
    })),
  };
}

/** 30/40/30 of the span. */
export const THIRTY_FORTY_THIRTY: Extract<Method, { edge: string }>['tiers'] = [
  { tier: 'lighten', band: { of: 'span', bp: [0, 3000] } },
  { tier: 'ordinary', band: { of: 'span', bp: [3000, 7000] } },
  { tier: 'aggravate', band: { of: 'span', bp: [7000, 10_000] } },
];
