import type { Benchmark, Option, Tier } from '../rules/index.ts';
import type { Range, Undecided } from './assessment.ts';
import { amountAt, bandOf } from './band.ts';
import { placeBy } from './methods/index.ts';
import { nowhere } from './methods/method.ts';
import type { TraceStep } from './trace.ts';
import type { Facts } from './truth.ts';

export interface Place {
  readonly tier: Tier | null;
  readonly band: Range | null;
  readonly suggestion: number | null;
  readonly undecided: readonly Undecided[];
  readonly steps: readonly TraceStep[];
}

/**
 * Where the case lies inside the lawful range. `fixed` is the tier of the frame: the factors then only place the case
 * within it. 减轻 lies below the range and gets no amount from arithmetic, and no method leads there or to 不予.
 */
export function place(
  range: Range | null,
  fixed: Tier | null,
  options: readonly Option[] | null,
  benchmark: Benchmark,
  facts: Facts,
): Place {
  if (fixed === 'mitigate') return below(range);
  if (options === null) return unplaced(fixed);
  const { method, rounding } = benchmark;
  const placed = placeBy(method, { benchmark, options, facts, fixed });
  if ('at' in placed) return unplaced(fixed, placed);
  const { tier, bp, share, step } = placed;
  if (tier === 'waive' || tier === 'mitigate') return unplaced(fixed, nowhere({ tier }));
  if (range === null) return { ...unplaced(tier), steps: [step] };
  const band = bandOf(range, bp);
  const suggestion = amountAt(range, band, share, rounding.unit);
  const { unit } = rounding;
  return {
    tier,
    band,
    suggestion,
    undecided: [],
    steps: [
      step,
      { step: 'band', tier, bp, band },
      { step: 'suggestion', share, unit, suggestion },
    ],
  };
}

/** Below the statutory minimum; where the law sets none, only a person can say what is lighter. */
function below(range: Range | null): Place {
  const tier = 'mitigate';
  if (range === null) return unplaced(tier);
  if (range.min === 0)
    return unplaced(tier, {
      reason: 'needs-person',
      at: 'elect',
      fields: { why: 'no-minimum-to-go-below' },
    });
  const band = { min: 0, max: range.min - 1 };
  return { ...unplaced(tier), band, steps: [{ step: 'band', tier, bp: null, band }] };
}

/** No band and no amount: as yet, or because there can be none. */
export function unplaced(tier: Tier | null, reason?: Undecided): Place {
  return { tier, band: null, suggestion: null, undecided: reason ? [reason] : [], steps: [] };
}
