import { designOf } from '../../discretion/deviation/design.ts';
import { growTrees } from '../../discretion/deviation/forest.ts';
import { FEWEST } from '../../discretion/deviation/index.ts';
import { median, robustFit } from '../../discretion/deviation/regression.ts';
import type { CaseRecord } from '../record.ts';
import { type GroupError, groupErrors } from './group-errors.ts';

/** What a model needs of a case; the fine is what it is asked about. */
export type Modelled = Pick<CaseRecord, 'value' | 'factors'>;

export interface ExpectOptions {
  /** Of the forest; kept in the answer, for the same seed gives the same answer. */
  readonly seed: number;
  /** @default 200 */
  readonly trees?: number;
}

/** What one model would expect, and how well it does on the cases it was made from. */
export interface Expectation {
  readonly model: 'regression' | 'forest';
  /** Estimates in fen: they can question a figure and never set one. */
  readonly fine: number;
  /** Nine tenths of the cases lie between these two, as the model's own errors have them. */
  readonly low: number;
  readonly high: number;
  /** Decided over expected by who decided; the first entry is all cases together. */
  readonly errors: readonly GroupError[];
}

export type ExpectedFine =
  | { readonly state: 'too-few'; readonly cases: number }
  | {
      readonly state: 'expected';
      readonly cases: number;
      readonly seed: number;
      /** What the models were told about each case. */
      readonly features: readonly string[];
      readonly regression: Expectation;
      readonly forest: Expectation;
    };

/** Cases needed for each column of the regression; where there are fewer, only the common level is fitted. */
const CASES_PER_COLUMN = 5;

/**
 * What two models expect of a case from like ones: multiple linear regression (least squares, fitted again without cases that
 * lie far off) and a random forest, both of the logarithm of the fine on value and factors. Place, level and kind of party are
 * not told to them on purpose: they are what the errors are shown by. Fewer than 30 cases with a fine say nothing.
 *
 * @param records like cases, of one violation; those without a known fine above zero are left out.
 */
export function expectFine(
  records: readonly CaseRecord[],
  asked: Modelled,
  { seed, trees = 200 }: ExpectOptions,
): ExpectedFine {
  const usable = records.filter(({ fine = 0 }) => fine > 0);
  const size = usable.length;
  if (size < FEWEST) return { state: 'too-few', cases: size };
  const target = Float64Array.from(usable, ({ fine = 0 }) => Math.log(fine));
  const { columns: all, names } = designOf([...usable, asked].map(observed));
  const enough = size >= CASES_PER_COLUMN * (all.length + 1);
  const columns = enough ? all : [];

  const fit = robustFit(
    columns.map((column) => column.slice(0, size)),
    target,
  );
  const [start = 0, ...slopes] = fit.coefficients;
  const plane = columns.reduce(
    (sum, column, c) => sum + (slopes[c] as number) * (column[size] as number),
    start,
  );

  const [sums, counts] = [new Float64Array(size), new Uint32Array(size)];
  let votes = 0;
  for (const tree of growTrees(all, target, { seed, trees })) {
    votes += tree.vote(size);
    for (let i = 0; i < size; i += 1) {
      if (tree.seen[i] === 1) continue;
      sums[i] = (sums[i] as number) + tree.vote(i);
      counts[i] = (counts[i] as number) + 1;
    }
  }
  const left = target.map((value, i) =>
    counts[i] === 0 ? 0 : value - (sums[i] as number) / (counts[i] as number),
  );
  return {
    state: 'expected',
    cases: size,
    seed,
    features: names,
    regression: expectation('regression', plane, fit.residuals, usable),
    forest: expectation('forest', votes / trees, left, usable),
  };
}

function observed({ value, factors }: Modelled, i: number) {
  const features: Record<string, number | string> = {};
  if (value !== undefined) features.value = Math.log1p(value);
  for (const [factor, option] of Object.entries(factors)) features[`factor ${factor}`] = option;
  return { id: String(i), decided: 0, suggested: 0, features };
}

function expectation(
  model: Expectation['model'],
  log: number,
  residuals: Float64Array,
  records: readonly CaseRecord[],
): Expectation {
  const sorted = residuals.slice().sort();
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))] as number;
  const fen = (value: number) => Math.round(Math.exp(value));
  return {
    model,
    fine: fen(log + median(residuals)),
    low: fen(log + at(0.05)),
    high: fen(log + at(0.95)),
    errors: groupErrors(residuals, records),
  };
}
