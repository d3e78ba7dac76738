/** A fitted plane and how far each case lies from it. */
export interface Fit {
  /** Intercept first, then one per column; 0 for a column that the others already say. */
  readonly coefficients: readonly number[];
  readonly residuals: Float64Array;
  /** Robust spread of the residuals: 1.4826 × their median distance from the median. */
  readonly scale: number;
}

/** Rounds of setting far cases aside: a few crass decisions must not bend the plane toward themselves. */
const ROUNDS = 3;
/** Distance, in robust spreads, from which a case does not take part in the next round. */
const FAR = 4;

/**
 * Least squares of `target` on `columns`, fitted again without the cases that lie far off, with a median scale: plain
 * to recompute by hand, and hard to shift by the very deviations it looks for.
 */
export function robustFit(columns: readonly Float64Array[], target: Float64Array): Fit {
  let taking = new Uint8Array(target.length).fill(1);
  let fit = leastSquares(columns, target, taking);
  for (let round = 1; round < ROUNDS; round++) {
    const next = fit.residuals.map((residual) => (Math.abs(residual) <= FAR * fit.scale ? 1 : 0));
    taking = Uint8Array.from(next);
    fit = leastSquares(columns, target, taking);
  }
  return fit;
}

/** Householder QR on the cases that take part; columns are centred and scaled first, so their units do not matter. */
function leastSquares(
  columns: readonly Float64Array[],
  target: Float64Array,
  taking: Uint8Array,
): Fit {
  const rows = [...taking.keys()].filter((i) => taking[i] === 1);
  const units = columns.map((column) => {
    const mean = rows.reduce((sum, i) => sum + (column[i] as number), 0) / rows.length;
    const square = rows.reduce((sum, i) => sum + ((column[i] as number) - mean) ** 2, 0);
    return { mean, spread: Math.sqrt(square / rows.length) || 1 };
  });
  const matrix = [
    Float64Array.from(rows, () => 1),
    ...columns.map((column, c) => {
      const { mean, spread } = units[c] as (typeof units)[number];
      return Float64Array.from(rows, (i) => ((column[i] as number) - mean) / spread);
    }),
  ];
  const solution = solve(
    matrix,
    Float64Array.from(rows, (i) => target[i] as number),
  );
  const slopes = units.map(({ spread }, c) => (solution[c + 1] as number) / spread);
  const shift = units.reduce((sum, { mean }, c) => sum + mean * (slopes[c] as number), 0);
  const coefficients = [(solution[0] as number) - shift, ...slopes];
  const residuals = target.map((value, i) =>
    columns.reduce(
      (rest, column, c) => rest - (column[i] as number) * (slopes[c] as number),
      value - (coefficients[0] as number),
    ),
  );
  return { coefficients, residuals, scale: spreadOf(residuals) };
}

/** Relative size below which what is left of a column is taken for rounding. */
const NOTHING_NEW = 1e-9;

function solve(matrix: readonly Float64Array[], target: Float64Array): number[] {
  const size = matrix.length;
  const upper: number[][] = [];
  const used: number[] = [];
  for (let c = 0; c < size; c++) {
    const column = matrix[c] as Float64Array;
    const before = norm(column, 0);
    const top = used.length;
    const left = norm(column, top);
    if (top >= column.length || left <= NOTHING_NEW * before) continue;
    const sign = (column[top] as number) >= 0 ? 1 : -1;
    const reflector = Float64Array.from(column);
    reflector.fill(0, 0, top);
    reflector[top] = (column[top] as number) + sign * left;
    const square = norm(reflector, top) ** 2;
    for (const other of [...matrix.slice(c), target]) reflect(other, reflector, square, top);
    used.push(c);
  }
  for (const c of used)
    upper.push(used.map((_, row) => (matrix[c] as Float64Array)[row] as number));
  const solution = new Array<number>(size).fill(0);
  for (let k = used.length - 1; k >= 0; k--) {
    let rest = target[k] as number;
    for (let j = k + 1; j < used.length; j++) {
      rest -= ((upper[j] as number[])[k] as number) * (solution[used[j] as number] as number);
    }
    solution[used[k] as number] = rest / ((upper[k] as number[])[k] as number);
  }
  return solution;
}

function reflect(vector: Float64Array, reflector: Float64Array, square: number, top: number): void {
  let product = 0;
  for (let i = top; i < vector.length; i++)
    product += (vector[i] as number) * (reflector[i] as number);
  const factor = (2 * product) / square;
  for (let i = top; i < vector.length; i++)
    vector[i] = (vector[i] as number) - factor * (reflector[i] as number);
}

function norm(vector: Float64Array, from: number): number {
  let sum = 0;
  for (let i = from; i < vector.length; i++) sum += (vector[i] as number) ** 2;
  return Math.sqrt(sum);
}

/** 1.4826 × the median absolute distance from the median: the standard deviation, if the rest is normal. */
export function spreadOf(values: Float64Array): number {
  const middle = median(values);
  return 1.4826 * median(values.map((value) => Math.abs(value - middle)));
}

export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).sort();
  const half = sorted.length >> 1;
  const high = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : (high + (sorted[half - 1] ?? Number.NaN)) / 2;
}
