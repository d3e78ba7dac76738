import { once } from '../once.ts';

/** Each column on its own scale: a step of one spread counts the same in all. */
const spreads = once((columns: readonly Float64Array[]) =>
  columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const square = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(square / column.length) || 1;
  }),
);

/** Positions of the `count` cases most like this one, nearest first, never itself. */
export function mostLike(columns: readonly Float64Array[], own: number, count: number): number[] {
  const units = spreads(columns);
  const far = new Float64Array(columns[0]?.length ?? 0);
  columns.forEach((column, c) => {
    const [at, unit] = [column[own] as number, units[c] as number];
    for (let i = 0; i < far.length; i++) {
      const step = ((column[i] as number) - at) / unit;
      far[i] = (far[i] as number) + step * step;
    }
  });
  const nearest: number[] = [];
  for (let i = 0; i < far.length; i++) {
    if (i === own) continue;
    const last = nearest[count - 1];
    if (last !== undefined && (far[i] as number) >= (far[last] as number)) continue;
    const behind = nearest.findIndex((k) => (far[k] as number) > (far[i] as number));
    nearest.splice(behind < 0 ? nearest.length : behind, 0, i);
    nearest.length = Math.min(nearest.length, count);
  }
  return nearest;
}
