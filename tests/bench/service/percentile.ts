/** The value below which `share` of the measurements lie; the measurements in any order. */
export function percentile(measured: readonly number[], share: number): number {
  const sorted = [...measured].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Milliseconds with two decimals, for a table. */
export const milliseconds = (value: number): number => Math.round(value * 100) / 100;
