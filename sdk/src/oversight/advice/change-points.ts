import type { Benchmark } from '../../rules/index.ts';

/** One option's points, as the benchmark gives them and as they are proposed. */
export interface PointsChange {
  readonly factor: number;
  readonly option: number;
  readonly from: number;
  readonly to: number;
}

/** The benchmark with the change; null where the option is not there or gives other points than the change starts from. */
export function changePoints(benchmark: Benchmark, change: PointsChange): Benchmark | null {
  const changed = structuredClone(benchmark);
  const factor = changed.factors.find(({ number }) => number === change.factor);
  const option = factor?.options.find(({ number }) => number === change.option);
  if (option?.points !== change.from) return null;
  option.points = change.to;
  return changed;
}

/** Steps from what the option gives toward the next lighter option of its factor, largest points first. */
const STEPS = 4;

/**
 * Lighter points that may be proposed for an option. Never below the next lighter option, where the order has a meaning; none for the
 * lightest, for a factor without order, and for a table of bands, in which points are not counted.
 */
export function lighterPoints(
  benchmark: Benchmark,
  factorNumber: number,
  optionNumber: number,
): PointsChange[] {
  const factor = benchmark.factors.find(({ number }) => number === factorNumber);
  const at = factor?.options.findIndex(({ number }) => number === optionNumber) ?? -1;
  const [lighter, own] = [factor?.options[at - 1], factor?.options[at]];
  if (!factor?.ordered || !lighter || !own || benchmark.method.kind === 'band-table') return [];
  const gap = own.points - lighter.points;
  if (gap <= 0) return [];
  const steps = Array.from(
    { length: STEPS },
    (_, i) => own.points - Math.round((gap * (i + 1)) / STEPS),
  );
  return [...new Set(steps)]
    .filter((to) => to < own.points)
    .map((to) => ({ factor: factorNumber, option: optionNumber, from: own.points, to }));
}
