import { suppress } from '../public/index.ts';
import type { Exercise } from '../use/index.ts';

/** Cases by violation and region with all sums, and what of it is not shown. The last row and the last column are the sums. */
export interface RegionalSplit {
  /** Violations asked about; all others together are one more row. */
  readonly violations: readonly string[];
  /** `''` for cases of no known region. */
  readonly regions: readonly string[];
  /** Ids of cases: `cases[row][column]`. */
  readonly cases: readonly (readonly (readonly string[])[])[];
  readonly hidden: readonly (readonly boolean[])[];
}

/** `k: null` hides nothing. */
export function regionalSplit(
  exercises: readonly Exercise[],
  violations: readonly string[],
  regionOf: (authority: string) => string | null,
  k: number | null,
): RegionalSplit {
  const rowOf = (violation: string): number => {
    const row = violations.indexOf(violation);
    return row < 0 ? violations.length : row;
  };
  const placed = exercises.map((one) => ({ one, region: regionOf(one.authority) ?? '' }));
  const regions = [...new Set(placed.map(({ region }) => region))].sort();
  const [height, width] = [violations.length + 1, regions.length];
  const cases = Array.from({ length: height + 1 }, () =>
    Array.from({ length: width + 1 }, () => [] as string[]),
  );
  const columnOf = new Map(regions.map((region, i) => [region, i]));
  for (const { one, region } of placed)
    for (const row of [rowOf(one.violation), height])
      for (const column of [columnOf.get(region) ?? width, width])
        cases[row]?.[column]?.push(one.case);
  const counts = cases.map((row) => row.map((of) => of.length));
  const hidden = k === null ? counts.map((row) => row.map(() => false)) : suppress(counts, k);
  return { violations, regions, cases, hidden };
}
