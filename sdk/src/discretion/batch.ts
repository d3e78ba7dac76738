import type { Option, Rule } from '../rules/index.ts';
import { mulDiv } from '../text/index.ts';
import { type Cell, type Columns, OPEN, TIERS_BY_NUMBER } from './columns.ts';
import { fineRange } from './fine-range.ts';
import { POINTS_MEAN, placeBy } from './methods/index.ts';

/** Outcomes by their number in the columns. */
export const OUTCOMES = ['undecided', 'fine', 'no-fine', 'waived'] as const;
const [FINE, NO_FINE, WAIVED] = [1, 2, 3];
const [WAIVE, MITIGATE] = [1, 2];

/** One number per case; amounts are whole fen and NaN where there is none. */
export interface Results {
  readonly outcome: Uint8Array;
  readonly tier: Uint8Array;
  readonly min: Float64Array;
  readonly max: Float64Array;
  readonly bandMin: Float64Array;
  readonly bandMax: Float64Array;
  readonly suggestion: Float64Array;
}

/** Room for the results of so many cases, for `run` to write into. */
export function emptyResults(length: number): Results {
  const amounts = () => new Float64Array(length);
  return {
    outcome: new Uint8Array(length),
    tier: new Uint8Array(length),
    min: amounts(),
    max: amounts(),
    bandMin: amounts(),
    bandMax: amounts(),
    suggestion: amounts(),
  };
}

/**
 * The same outcome, tier, range and suggestion as `assess` gives, case by case, without a trace: 1,000,000 cases in
 * about a tenth of a second. Pass `results` of an earlier run to write into the same memory again.
 */
export function run(rule: Rule, columns: Columns, results = emptyResults(columns.length)): Results {
  const { outcome, tier, min, max, bandMin, bandMax, suggestion } = results;
  for (const column of [outcome, tier]) column.fill(0);
  for (const column of [min, max, bandMin, bandMax, suggestion]) column.fill(Number.NaN);
  const { length, cell, base, frame } = columns;
  const bounds = columns.cells.map(boundsOf);
  const spotOf = placer(rule, columns);
  const { unit } = rule.benchmark.rounding;
  for (let i = 0; i < length; i += 1) {
    const number = cell[i] as number;
    const fixed = frame[i] as number;
    const bound = bounds[number] as Bounds;
    if (fixed === OPEN || bound.kind === INVALID) continue;
    if (fixed === WAIVE) {
      outcome[i] = WAIVED as number;
      tier[i] = WAIVE;
      continue;
    }
    if (bound.kind === UNKNOWN) continue;
    if (bound.kind === NONE) {
      const spot = fixed === MITIGATE ? null : spotOf(i, fixed, number);
      if (spot === NOWHERE) continue;
      outcome[i] = NO_FINE as number;
      tier[i] = spot === null ? fixed : spot.tier;
      continue;
    }
    let low = bound.min;
    let high = bound.max;
    if (bound.kind === MULTIPLE) {
      const stated = base[i] as number;
      const counted = stated < bound.floor ? bound.floor : stated;
      if (!(counted <= bound.largest)) continue;
      low = bound.openLow
        ? down(counted, bound.lowNum, bound.lowDen) + 1
        : up(counted, bound.lowNum, bound.lowDen);
      high = bound.openHigh
        ? up(counted, bound.highNum, bound.highDen) - 1
        : down(counted, bound.highNum, bound.highDen);
      if (high > bound.max) high = bound.max;
      if (low > high || high <= 0) continue;
    }
    min[i] = low;
    max[i] = high;
    if (fixed === MITIGATE) {
      tier[i] = MITIGATE;
      if (low === 0) continue;
      outcome[i] = FINE as number;
      bandMin[i] = 0;
      bandMax[i] = low - 1;
      continue;
    }
    const spot = spotOf(i, fixed, number);
    if (spot === null || spot === NOWHERE) {
      tier[i] = fixed;
      continue;
    }
    const span = high - low;
    const top = low + down(span, spot.high, 10_000);
    const foot = Math.min(low + up(span, spot.low, 10_000), top);
    const least = foot < 1 ? 1 : foot;
    const exact = low + down(span, spot.num, spot.den);
    const inside = exact < least ? (least < top ? least : top) : exact > top ? top : exact;
    const rounded = down(inside, 1, unit) * unit;
    outcome[i] = FINE as number;
    tier[i] = spot.tier;
    bandMin[i] = foot;
    bandMax[i] = top;
    suggestion[i] = rounded >= least ? rounded : rounded + unit <= top ? rounded + unit : inside;
  }
  return results;
}

const [INVALID, UNKNOWN, NONE, AMOUNT, MULTIPLE] = [0, 1, 2, 3, 4];

/** A cell's range in numbers. For a multiple `max` is the cap. */
interface Bounds {
  readonly kind: number;
  readonly min: number;
  readonly max: number;
  readonly floor: number;
  readonly largest: number;
  readonly lowNum: number;
  readonly lowDen: number;
  readonly openLow: boolean;
  readonly highNum: number;
  readonly highDen: number;
  readonly openHigh: boolean;
}

function boundsOf({ fine, facts, invalid }: Cell): Bounds {
  const bounds = {
    kind: UNKNOWN as number,
    min: 0,
    max: 0,
    floor: 0,
    largest: 0,
    lowNum: 0,
    lowDen: 1,
    openLow: false,
    highNum: 0,
    highDen: 1,
    openHigh: false,
  };
  if (invalid) return { ...bounds, kind: INVALID as number };
  if (fine === null) return bounds;
  if (fine === 'none') return { ...bounds, kind: NONE as number };
  if (fine.basis === 'amount') {
    const computed = fineRange(fine, facts, []);
    return 'reason' in computed ? bounds : { ...bounds, kind: AMOUNT as number, ...computed.range };
  }
  const [highNum, highDen] = fine.max;
  const [lowNum, lowDen] = fine.min ?? [0, 1];
  const most = Number.MAX_SAFE_INTEGER;
  return {
    kind: MULTIPLE as number,
    min: 0,
    max: fine.cap ?? most,
    floor: fine.baseFloor ?? 0,
    largest: highNum <= highDen ? most : mulDiv(most, highDen, highNum, 'down'),
    lowNum,
    lowDen,
    openLow: fine.min !== null && !fine.minInclusive,
    highNum,
    highDen,
    openHigh: !fine.maxInclusive,
  };
}

/** Products up to here are divided in floating point and put right by one: that is exact and far faster than `%`. */
const EXACT = 2 ** 52;

function down(a: number, num: number, den: number): number {
  const product = a * num;
  if (product > EXACT) return mulDiv(a, num, den, 'down');
  const quotient = Math.floor(product / den);
  return quotient * den > product ? quotient - 1 : quotient;
}

function up(a: number, num: number, den: number): number {
  const product = a * num;
  if (product > EXACT) return mulDiv(a, num, den, 'up');
  const quotient = Math.floor(product / den);
  const rest = product - quotient * den;
  return rest > 0 ? quotient + 1 : quotient;
}

/** A place on the span: tier by number, its band in basis points, the share. */
interface Spot {
  readonly tier: number;
  readonly low: number;
  readonly high: number;
  readonly num: number;
  readonly den: number;
}
const NOWHERE = 'nowhere';
type Found = Spot | typeof NOWHERE;
/** Null: a factor that can matter is not answered. */
type Placer = (i: number, fixed: number, cell: number) => Found | null;

/** Methods that only add points are looked up by their total, the others by the options themselves. */
function placer(rule: Rule, columns: Columns): Placer {
  const { method, factors } = rule.benchmark;
  const means = POINTS_MEAN[method.kind];
  const idle = factors.map(
    ({ options }) =>
      means !== 'answer' && options.every(({ points }) => points === options[0]?.points),
  );
  const work = (i: number, fixed: number, cell: number): Found => {
    const options: Option[] = [];
    factors.forEach((factor, f) => {
      const option = factor.options[Math.max((columns.options[f]?.[i] ?? 0) - 1, 0)];
      if (option) options.push(option);
    });
    const facts = columns.cells[cell]?.facts ?? {};
    const tier = TIERS_BY_NUMBER[fixed] ?? null;
    const { benchmark } = rule;
    const placed = placeBy(method, { benchmark, options, facts, fixed: tier });
    if ('at' in placed || placed.tier === 'waive' || placed.tier === 'mitigate') return NOWHERE;
    const [low, high] = placed.bp;
    const [num, den] = placed.share;
    return { tier: TIERS_BY_NUMBER.indexOf(placed.tier), low, high, num, den };
  };
  return method.kind === 'points-tiers' || method.kind === 'percent-sum'
    ? byTotal(rule, columns, idle, work)
    : byOptions(columns, idle, work);
}

type Work = (i: number, fixed: number, cell: number) => Found;

function byTotal(rule: Rule, columns: Columns, idle: readonly boolean[], work: Work): Placer {
  const totals = new Float64Array(columns.length);
  for (let i = 0; i < totals.length; i += 1) if (columns.foreign[i] === 1) totals[i] = Number.NaN;
  rule.benchmark.factors.forEach(({ options }, f) => {
    const unanswered = idle[f] ? (options[0]?.points ?? 0) : Number.NaN;
    const points = Float64Array.from([unanswered, ...options.map((option) => option.points)]);
    const column = columns.options[f] as Uint8Array;
    for (let i = 0; i < totals.length; i += 1)
      totals[i] = (totals[i] as number) + (points[column[i] as number] as number);
  });
  const { lowest, highest } = reach(rule);
  const width = highest - lowest + 1;
  // Sparse where the points are large: then the engine keeps it as a map, slower but right.
  const spots: (Found | undefined)[] = [];
  return (i, fixed, cell) => {
    const total = totals[i] as number;
    if (Number.isNaN(total)) return null;
    const key = fixed * width + total - lowest;
    let found = spots[key];
    if (found === undefined) {
      found = work(i, fixed, cell);
      spots[key] = found;
    }
    return found;
  };
}

/** The lowest and the highest total of points. */
function reach({ benchmark }: Rule): { lowest: number; highest: number } {
  let lowest = 0;
  let highest = 0;
  for (const { options } of benchmark.factors) {
    const points = options.map((option) => option.points);
    lowest += Math.min(...points);
    highest += Math.max(...points);
  }
  return { lowest, highest };
}

function byOptions(columns: Columns, idle: readonly boolean[], work: Work): Placer {
  const spots = new Map<string, Found>();
  return (i, fixed, cell) => {
    if (columns.foreign[i] === 1) return null;
    let key = `${fixed} ${cell}`;
    for (const [f, column] of columns.options.entries()) {
      if (column[i] === 0 && !idle[f]) return null;
      key += ` ${column[i]}`;
    }
    const found = spots.get(key) ?? work(i, fixed, cell);
    spots.set(key, found);
    return found;
  };
}
