import type { Assessment } from '../../discretion/index.ts';
import type { CaseRecord } from '../record.ts';
import type { Spread } from './spread.ts';

/** 定性定量 by the benchmark, 集体经验 of like cases, 估堆 by regression, 指导性案例. */
export type Way = 'benchmark' | 'like-cases' | 'regression' | 'guiding';

/** One way to an amount: a figure, and from where to where it points; whole fen. */
export interface WayResult {
  readonly way: Way;
  /** `null`: this way has no answer here. */
  readonly fine: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Cases it rests on; 0 for the benchmark. */
  readonly cases: number;
  /** A figure outside what the law allows may be looked at and never used. */
  readonly lawful: boolean | null;
}

export interface Disagreement {
  readonly between: readonly [Way, Way];
  /** `apart`: not even the ranges meet. `outside`: one figure lies outside the other's range. */
  readonly kind: 'apart' | 'outside';
  /** Between the two figures, fen. */
  readonly by: number;
}

export interface FourWays {
  readonly ways: readonly WayResult[];
  readonly disagreements: readonly Disagreement[];
}

/** What a model says of the case: its figure and the span it usually errs within, whole fen. */
export interface Prediction {
  readonly fine: number;
  readonly low: number;
  readonly high: number;
  /** Cases it was fitted to. */
  readonly cases: number;
}

/**
 * Four ways to an amount side by side. The lawful range rules and the benchmark's is the suggestion; the other three
 * question it. A disagreement is named, never settled.
 */
export function fourWays({
  assessment,
  spread,
  prediction,
  guiding,
}: {
  readonly assessment: Pick<Assessment, 'suggestion' | 'range' | 'band'> | null;
  readonly spread: Spread | null;
  readonly prediction: Prediction | null;
  readonly guiding: readonly CaseRecord[];
}): FourWays {
  const range = assessment?.range ?? null;
  const of = (
    way: Way,
    given: { fine: number | null; low: number | null; high: number | null; cases: number } | null,
  ): WayResult => {
    const { fine, low, high, cases } = given ?? { fine: null, low: null, high: null, cases: 0 };
    const lawful = range && fine !== null ? range.min <= fine && fine <= range.max : null;
    return { way, fine, low, high, cases, lawful };
  };
  const fines = guiding
    .flatMap(({ fine }) => (fine === undefined ? [] : [fine]))
    .sort((a, b) => a - b);
  const band = assessment?.band ?? range;
  const ways = [
    of(
      'benchmark',
      assessment && {
        fine: assessment.suggestion,
        low: band?.min ?? null,
        high: band?.max ?? null,
        cases: 0,
      },
    ),
    of(
      'like-cases',
      spread && {
        fine: spread.middle,
        low: spread.lowerQuarter,
        high: spread.upperQuarter,
        cases: spread.count,
      },
    ),
    of('regression', prediction),
    of(
      'guiding',
      fines.length === 0
        ? null
        : {
            fine: fines[Math.ceil(fines.length / 2) - 1] ?? null,
            low: fines[0] ?? null,
            high: fines.at(-1) ?? null,
            cases: fines.length,
          },
    ),
  ];
  const disagreements = ways.flatMap((one, i) =>
    ways.slice(i + 1).flatMap((other) => {
      const disagreement = disagree(one, other);
      return disagreement ? [disagreement] : [];
    }),
  );
  return { ways, disagreements };
}

function disagree(a: WayResult, b: WayResult): Disagreement | null {
  if (a.fine === null || b.fine === null) return null;
  const between = [a.way, b.way] as const;
  const by = Math.abs(a.fine - b.fine);
  const [lowA, highA] = [a.low ?? a.fine, a.high ?? a.fine];
  const [lowB, highB] = [b.low ?? b.fine, b.high ?? b.fine];
  if (highA < lowB || highB < lowA) return { between, kind: 'apart', by };
  const inside = (fine: number, low: number, high: number) => low <= fine && fine <= high;
  if (inside(a.fine, lowB, highB) && inside(b.fine, lowA, highA)) return null;
  return { between, kind: 'outside', by };
}
