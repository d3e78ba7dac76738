import type { Benchmark, Tier } from '../rules/index.ts';
import type { Range, Undecided } from './assessment.ts';
import { amountAt, bandOf } from './band.ts';
import { rowFor, rowOf, shareIn } from './methods/points-tiers.ts';
import type { TraceStep } from './trace.ts';

export interface Place {
  readonly tier: Tier | null;
  readonly band: Range | null;
  readonly suggestion: number | null;
  readonly undecided: readonly Undecided[];
  readonly steps: readonly TraceStep[];
}

/**
 * Where the case lies inside the lawful range. `fixed` is the tier of the frame: points then only place the case
 * within it. 减轻 lies below the range and gets no amount from arithmetic, and no score leads there or to 不予.
 */
export function place(
  range: Range | null,
  fixed: Tier | null,
  points: number | null,
  benchmark: Benchmark,
): Place {
  if (fixed === 'mitigate') return below(range);
  const { method, rounding } = benchmark;
  const undecided: Undecided[] = [];
  const steps: TraceStep[] = [];
  if (points === null) return { tier: fixed, band: null, suggestion: null, undecided, steps };
  const row = fixed ? rowFor(method, fixed, points) : rowOf(method, points);
  if (row === undefined || row.tier === 'waive' || row.tier === 'mitigate') {
    const fields = { points, tier: row?.tier ?? fixed };
    undecided.push({ reason: 'no-benchmark-tier', at: 'benchmark.method', fields });
    return { tier: fixed, band: null, suggestion: null, undecided, steps };
  }
  const { tier, from, to } = row;
  steps.push({ step: 'points-tier', points, tier, from, to, fixed: fixed !== null });
  if (range === null) return { tier, band: null, suggestion: null, undecided, steps };
  const band = bandOf(range, row.band.bp);
  const share = shareIn(row, points, method, benchmark);
  const suggestion = amountAt(range, band, share, rounding.unit);
  steps.push(
    { step: 'band', tier, bp: row.band.bp, band },
    { step: 'suggestion', share, unit: rounding.unit, suggestion },
  );
  return { tier, band, suggestion, undecided, steps };
}

/** Below the statutory minimum; where the law sets none, only a person can say what is lighter. */
function below(range: Range | null): Place {
  const tier = 'mitigate';
  if (range === null) return { tier, band: null, suggestion: null, undecided: [], steps: [] };
  if (range.min === 0) {
    const undecided: Undecided[] = [
      { reason: 'needs-person', at: 'elect', fields: { why: 'no-minimum-to-go-below' } },
    ];
    return { tier, band: null, suggestion: null, undecided, steps: [] };
  }
  const band = { min: 0, max: range.min - 1 };
  const steps: TraceStep[] = [{ step: 'band', tier, bp: null, band }];
  return { tier, band, suggestion: null, undecided: [], steps };
}
