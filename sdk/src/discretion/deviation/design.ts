import type { Observation } from './observation.ts';

/** A category met in fewer cases than this says nothing about like cases: it is put with the others. */
const SMALL_CATEGORY = 8;

/** Observations as columns of numbers. */
export interface Design {
  readonly names: readonly string[];
  /** `columns[c][i]`: numbers as they are, categories as 0 and 1. */
  readonly columns: readonly Float64Array[];
}

/**
 * Numbers stay numbers (an absent one stands at the mean), each category of enough cases becomes a column. The
 * commonest category of a feature is the one the others are compared with.
 */
export function designOf(observations: readonly Observation[]): Design {
  const names: string[] = [];
  const columns: Float64Array[] = [];
  const features = new Set(observations.flatMap((one) => Object.keys(one.features)));
  for (const feature of [...features].sort()) {
    const values = observations.map((one) => one.features[feature]);
    const numbers = values.filter((value) => typeof value === 'number');
    if (numbers.length > 0) {
      const mean = numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
      add(feature, (i) => (typeof values[i] === 'number' ? values[i] : mean));
      const known = (i: number) => (typeof values[i] === 'number' ? 1 : 0);
      if (numbers.length < values.length) add(`${feature} stated`, known);
    }
    const counts = new Map<string, number>();
    for (const value of values) {
      if (typeof value === 'string') counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const common = [...counts]
      .filter(([, count]) => count >= SMALL_CATEGORY)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
    for (const [category] of common.slice(1)) {
      add(`${feature} = ${category}`, (i) => (values[i] === category ? 1 : 0));
    }
  }
  return { names, columns };

  function add(name: string, value: (i: number) => number): void {
    const column = Float64Array.from(observations, (_, i) => value(i));
    const spread = column.some((entry) => entry !== column[0]);
    if (!spread) return;
    names.push(name);
    columns.push(column);
  }
}
