/** Each column on its own scale: a step of one spread counts the same in all. */
function spreads(columns: readonly Float64Array[]): number[] {
  return columns.map((column) => {
    const mean = column.reduce((sum, value) => sum + value, 0) / column.length;
    const square = column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    return Math.sqrt(square / column.length) || 1;
  });
}

/** Positions of the `count` cases most like this one, nearest first, never itself. */
export function mostLike(columns: readonly Float64Array[], own: number, count: number): number[] {
  const units = spreads(columns);
  const distance = (i: number) =>
    columns.reduce((sum, column, c) => {
      const step = ((column[i] as number) - (column[own] as number)) / (units[c] as number);
      return sum + step * step;
    }, 0);
  return Array.from({ length: columns[0]?.length ?? 0 }, (_, i) => ({ i, far: distance(i) }))
    .filter(({ i }) => i !== own)
    .sort((a, b) => a.far - b.far || a.i - b.i)
    .slice(0, count)
    .map(({ i }) => i);
}
