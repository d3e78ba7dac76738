import { randomStream } from './random.ts';

export interface ForestOptions {
  readonly seed: number;
  readonly trees: number;
}

/** Bins per column: splits are tried between them. */
const BINS = 32;
const DEEPEST = 10;
const SMALLEST_LEAF = 5;

/** One tree of a forest. */
export interface Tree {
  /** 1 for a case that it was grown on. */
  readonly seen: Uint8Array;
  /** What it expects of a row of the columns. */
  vote(row: number): number;
}

/**
 * What the like cases would lead one to expect of each case: the mean over the trees that have not seen it
 * (out of bag), of a forest grown on `target`. NaN for a case that every tree has seen.
 */
export function expectedByForest(
  columns: readonly Float64Array[],
  target: Float64Array,
  options: ForestOptions,
): Float64Array {
  const sums = new Float64Array(target.length);
  const counts = new Uint32Array(target.length);
  for (const { seen, vote } of growTrees(columns, target, options)) {
    for (let i = 0; i < target.length; i++) {
      if (seen[i] === 1) continue;
      sums[i] = (sums[i] as number) + vote(i);
      counts[i] = (counts[i] as number) + 1;
    }
  }
  return sums.map((sum, i) => sum / (counts[i] as number));
}

/**
 * Trees grown on `target`, one after the other. Columns are cut into bins once and every split draws its own columns. Columns
 * may be longer than the target: the rows beyond it are only asked about.
 */
export function* growTrees(
  columns: readonly Float64Array[],
  target: Float64Array,
  { seed, trees }: ForestOptions,
): Generator<Tree> {
  const size = target.length;
  const bins = columns.map((column) => binned(column, size));
  const random = randomStream(seed);
  const lastBin = bins.map((own) => own.reduce((most, bin) => Math.max(most, bin), 0));
  const binSum = new Float64Array(BINS);
  const binCount = new Uint32Array(BINS);
  const tried = Math.max(1, Math.ceil(columns.length / 3));
  for (let tree = 0; tree < trees; tree++) {
    const bag = new Uint32Array(size);
    const values = new Float64Array(size);
    const seen = new Uint8Array(size);
    for (let k = 0; k < size; k++) {
      const i = Math.floor(random() * size);
      bag[k] = i;
      values[k] = target[i] as number;
      seen[i] = 1;
    }
    const root = grow(bag, values, 0);
    yield { seen, vote: (row) => valueAt(root, row) };
  }

  /** `values` are the targets of `members`, in their order. */
  function grow(members: Uint32Array, values: Float64Array, depth: number): Node {
    let sum = 0;
    for (let k = 0; k < values.length; k++) sum += values[k] as number;
    const mean = sum / members.length;
    if (depth >= DEEPEST || members.length < 2 * SMALLEST_LEAF) return { mean };
    const split = bestSplit(members, values, sum);
    if (!split) return { mean };
    const middle = parted(members, values, bins[split.column] as Uint8Array, split.bin);
    const low = grow(members.subarray(0, middle), values.subarray(0, middle), depth + 1);
    const high = grow(members.subarray(middle), values.subarray(middle), depth + 1);
    return { mean, ...split, low, high };
  }

  /** The cut that takes most of the squared distance away, over a few columns drawn for this split. */
  function bestSplit(
    members: Uint32Array,
    values: Float64Array,
    sum: number,
  ): { column: number; bin: number } | null {
    let best: { column: number; bin: number } | null = null;
    let gain = (sum * sum) / members.length + 1e-12;
    for (let t = 0; t < tried; t++) {
      const column = Math.floor(random() * bins.length);
      const own = bins[column];
      if (!own) continue;
      const last = lastBin[column] as number;
      if (last === 1) countPair(members, values, own);
      else countBins(members, values, own, last);
      let leftSum = 0;
      let leftCount = 0;
      for (let bin = 0; bin < last; bin++) {
        leftSum += binSum[bin] as number;
        leftCount += binCount[bin] as number;
        const rightCount = members.length - leftCount;
        if (leftCount < SMALLEST_LEAF || rightCount < SMALLEST_LEAF) continue;
        const score = leftSum ** 2 / leftCount + (sum - leftSum) ** 2 / rightCount;
        if (score > gain) {
          gain = score;
          best = { column, bin };
        }
      }
    }
    return best;
  }

  function countBins(
    members: Uint32Array,
    values: Float64Array,
    own: Uint8Array,
    last: number,
  ): void {
    binSum.fill(0, 0, last + 1);
    binCount.fill(0, 0, last + 1);
    for (let k = 0; k < members.length; k++) {
      const bin = own[members[k] as number] as number;
      binSum[bin] = (binSum[bin] as number) + (values[k] as number);
      binCount[bin] = (binCount[bin] as number) + 1;
    }
  }

  /**
   * The same for a category, which most columns are: both sums stay in registers. A value times 1 is itself and times 0 adds
   * nothing, so that every sum is the same to the last bit.
   */
  function countPair(members: Uint32Array, values: Float64Array, own: Uint8Array): void {
    let without = 0;
    let having = 0;
    let count = 0;
    for (let k = 0; k < members.length; k++) {
      const bin = own[members[k] as number] as number;
      const value = values[k] as number;
      without += value * (1 - bin);
      having += value * bin;
      count += bin;
    }
    binSum[0] = without;
    binSum[1] = having;
    binCount[0] = members.length - count;
    binCount[1] = count;
  }

  function valueAt(root: Node, i: number): number {
    let node = root;
    while (node.low && node.high && node.column !== undefined && node.bin !== undefined) {
      node = (bins[node.column]?.[i] ?? 0) <= node.bin ? node.low : node.high;
    }
    return node.mean;
  }
}

interface Node {
  readonly mean: number;
  readonly column?: number;
  readonly bin?: number;
  readonly low?: Node;
  readonly high?: Node;
}

/** Members up to the bin first, the others behind them, each with its value; returns where the others begin. */
function parted(members: Uint32Array, values: Float64Array, own: Uint8Array, bin: number): number {
  let middle = 0;
  for (let k = 0; k < members.length; k++) {
    const i = members[k] as number;
    if ((own[i] as number) > bin) continue;
    const value = values[k] as number;
    members[k] = members[middle] as number;
    values[k] = values[middle] as number;
    values[middle] = value;
    members[middle++] = i;
  }
  return middle;
}

/** Each value's bin, cut at quantiles of the first `size`; equal values share a bin. */
function binned(column: Float64Array, size: number): Uint8Array {
  const sorted = column.slice(0, size).sort();
  const cuts: number[] = [];
  for (let bin = 1; bin < BINS; bin++) {
    const cut = sorted[Math.floor((bin * sorted.length) / BINS)] as number;
    if (cut !== cuts.at(-1) && cut !== sorted[0]) cuts.push(cut);
  }
  const bins = new Uint8Array(column.length);
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as number;
    let bin = 0;
    while (bin < cuts.length && value >= (cuts[bin] as number)) bin++;
    bins[i] = bin;
  }
  return bins;
}
