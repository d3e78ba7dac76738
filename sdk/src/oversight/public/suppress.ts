/**
 * A table of counts with its margins: the last row holds the totals of the columns, the last column those of the rows, the corner the
 * total. Nothing else is needed to hide a small number so that sums do not give it back.
 */
export type Counts = readonly (readonly number[])[];
/** True where a cell is not shown; of the same shape. */
export type Hidden = readonly (readonly boolean[])[];

/** A count that has to be hidden: somebody stands behind it, and fewer than `k` do. */
export const isSmall = (count: number, k: number): boolean => count > 0 && count < k;

/**
 * 主抑制 and 次抑制: hides every count from 1 to k − 1, and then so many others that for each of these a table agrees with
 * everything shown in which the cell is at least `k`. So no sum or difference tells a small number from one that is not.
 * All hidden cells look alike. Where nothing less helps, everything is hidden.
 */
export function suppress(counts: Counts, k: number): Hidden {
  const hidden = counts.map((row) => row.map((count) => isSmall(count, k)));
  for (const [row, cells] of counts.entries())
    for (const [column, count] of cells.entries()) {
      if (!isSmall(count, k)) continue;
      // Hiding more only gives more room: a cell that is safe stays safe.
      while (headroom(counts, hidden, [row, column], k - count) < k - count) {
        const more = cheapestRectangle(counts, hidden, k, [row, column]);
        if (more === null) return counts.map((row) => row.map(() => true));
        for (const [r, c] of more) (hidden[r] as boolean[])[c] = true;
      }
    }
  return hidden;
}

type At = readonly [row: number, column: number];

/**
 * How much larger a hidden cell may be without contradicting what is shown, counted up to `enough`. A table with margins is a
 * network: rows and columns are nodes, hidden cells are edges, and what one cell gains flows back through others (Gusfield
 * 1988). In margins gain and loss change places.
 */
function headroom(counts: Counts, hidden: Hidden, [row, column]: At, enough: number): number {
  const last: At = [counts.length - 1, (counts[0]?.length ?? 1) - 1];
  const rows = counts.length;
  const capacity = new Map<number, Map<number, number>>();
  const edge = (from: number, to: number, size: number) => {
    const out = capacity.get(from) ?? new Map<number, number>();
    capacity.set(from, out.set(to, (out.get(to) ?? 0) + size));
  };
  for (const [r, cells] of counts.entries())
    for (const [c, count] of cells.entries()) {
      if (!hidden[r]?.[c] || (r === row && c === column)) continue;
      const [up, down] = isMargin([r, c], last) ? [count, enough] : [enough, count];
      edge(r, rows + c, up);
      edge(rows + c, r, down);
    }
  const [source, sink] = isMargin([row, column], last)
    ? [row, rows + column]
    : [rows + column, row];
  return flow(capacity, source, sink, enough);
}

/** In the last row or the last column, and not in both. */
const isMargin = ([row, column]: At, [lastRow, lastColumn]: At): boolean =>
  (row === lastRow) !== (column === lastColumn);

/** Maximal flow by shortest augmenting paths, up to `enough`. */
function flow(
  capacity: Map<number, Map<number, number>>,
  source: number,
  sink: number,
  enough: number,
): number {
  let total = 0;
  while (total < enough) {
    const from = new Map<number, number>([[source, source]]);
    for (const node of from.keys())
      for (const [to, size] of capacity.get(node) ?? [])
        if (size > 0 && !from.has(to)) from.set(to, node);
    if (!from.has(sink)) return total;
    const path: [number, number][] = [];
    for (let node = sink; node !== source; ) {
      const before = from.get(node) as number;
      path.push([before, node]);
      node = before;
    }
    const size = Math.min(enough - total, ...path.map(([a, b]) => capacity.get(a)?.get(b) ?? 0));
    for (const [a, b] of path) {
      const there = capacity.get(a) as Map<number, number>;
      there.set(b, (there.get(b) ?? 0) - size);
      const back = capacity.get(b) ?? new Map<number, number>();
      capacity.set(b, back.set(a, (back.get(a) ?? 0) + size));
    }
    total += size;
  }
  return total;
}

/** The three other corners of the rectangle that protects a cell best for the fewest cases hidden; totals go last. */
function cheapestRectangle(
  counts: Counts,
  hidden: Hidden,
  k: number,
  [row, column]: At,
): At[] | null {
  const last: At = [counts.length - 1, (counts[0]?.length ?? 1) - 1];
  const countAt = ([r, c]: At): number => counts[r]?.[c] ?? 0;
  const all = countAt(last);
  const need = k - countAt([row, column]);
  const flipped = isMargin([row, column], last);
  let best: { cells: At[]; short: boolean; cost: number } | null = null;
  for (const r of counts.keys())
    for (const c of (counts[0] ?? []).keys()) {
      if (r === row || c === column) continue;
      const corners: At[] = [
        [row, c],
        [r, column],
        [r, c],
      ];
      const cells = corners.filter(([a, b]) => !hidden[a]?.[b]);
      if (cells.length === 0) continue;
      // The two beside the cell lose what it gains, the one across gains it; in margins the other way round.
      const room = corners.map((at, i) => {
        const loses = i < 2 !== (isMargin(at, last) !== flipped);
        return loses ? countAt(at) : need;
      });
      const size = Math.min(...room);
      if (size === 0) continue;
      const cost = cells.reduce(
        (sum, [a, b]) => sum + countAt([a, b]) + 1 + (a === last[0] || b === last[1] ? all : 0),
        0,
      );
      const short = size < need;
      if (
        best === null ||
        Number(short) - Number(best.short) < 0 ||
        (short === best.short && cost < best.cost)
      )
        best = { cells, short, cost };
    }
  return best?.cells ?? null;
}
