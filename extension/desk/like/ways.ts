import type { CaseRecord } from '@chidu/sdk/cases';
import type { Case } from '@chidu/sdk/discretion';
import type { Spread } from './compare.ts';

/** One way to an amount, beside the others; null where there is not enough for one. */
export interface Way {
  readonly id: 'benchmark' | 'cases' | 'nearest' | 'guiding';
  /** Fen. */
  readonly fine: number | null;
  /** Percent above or below the benchmark, where it is far enough to be named. */
  readonly fromBenchmark: number | null;
}

/** A difference smaller than this is not worth a word. */
const FAR_PERCENT = 25;

/** Independent ways to the amount, side by side, their disagreement named. Only the benchmark suggests. */
export function waysOf(
  suggestion: number | null,
  records: readonly CaseRecord[],
  { quartiles, sure }: Spread,
  case_: Case,
): Way[] {
  const same = records.filter(({ violation }) => violation === case_.violation);
  const nearest = same.find(({ fine }) => fine !== undefined)?.fine ?? null;
  const guiding = same.find((record) => record.guiding && record.fine !== undefined)?.fine ?? null;
  const way = (id: Way['id'], fine: number | null): Way => {
    const percent =
      fine === null || suggestion === null || suggestion === 0
        ? 0
        : Math.round((100 * (fine - suggestion)) / suggestion);
    return { id, fine, fromBenchmark: Math.abs(percent) >= FAR_PERCENT ? percent : null };
  };
  return [
    way('benchmark', suggestion),
    way('cases', quartiles?.[1] ?? null),
    way('nearest', sure === 'none' ? null : nearest),
    way('guiding', guiding),
  ];
}
