import { designOf } from './design.ts';
import { expectedByForest } from './forest.ts';
import { mostLike } from './like.ts';
import type { Observation } from './observation.ts';
import { median, robustFit, spreadOf } from './regression.ts';

export interface ScreenOptions {
  /** Kept in the result: the same seed gives the same clues. */
  readonly seed: number;
  /** How often the forest is grown anew to see whether a clue stands. Default 5. */
  readonly repeats?: number;
  /** Trees in each forest. Default 60. */
  readonly trees?: number;
  /**
   * Whether a case that lies far by the regression would be of use at all; `usual` as in the clue. Default: every one. Where none is,
   * no forest is grown.
   */
  readonly wanted?: (id: string, usual: number) => boolean;
}

/**
 * A decided amount that lies far from what the benchmark suggests and from how like cases were decided. A clue for a
 * person who reads the case and the like cases beside it; it proves nothing and accuses nobody.
 */
export interface Clue {
  readonly id: string;
  readonly direction: 'light' | 'heavy';
  /** Fen. */
  readonly decided: number;
  readonly suggested: number;
  /** Times the suggestion that cases like this one were given, by the regression. */
  readonly usual: number;
  /** Distance from the regression in robust spreads of all cases; negative is lighter. */
  readonly distance: number;
  /** The same from the forest, the median over its repeats. */
  readonly forestDistance: number;
  /** In how many of the repeats the forest agrees. */
  readonly agreed: number;
  /** The most like cases, nearest first, with their amounts in fen: what a person should look at. */
  readonly like: readonly {
    readonly id: string;
    readonly decided: number;
    readonly suggested: number;
  }[];
}

export interface Screening {
  /** `too-few`: nothing is said about any case. */
  readonly state: 'screened' | 'too-few';
  readonly seed: number;
  readonly repeats: number;
  readonly cases: number;
  /** Cases without an amount on one side: they cannot be compared. */
  readonly leftOut: number;
  /** The usual spread of decided over suggested: 0.1 is about ten per cent. */
  readonly spread: number | null;
  /** Distance from which a case is a clue: it grows with the number of cases, as chance does. */
  readonly limit: number | null;
  /** Most distant first. */
  readonly clues: readonly Clue[];
  /** Distance of every compared case, for drawing and ranking; same order as they came. */
  readonly distances: readonly { readonly id: string; readonly distance: number }[];
}

/** Fewer cases than this say nothing about what is usual. */
export const FEWEST = 30;
/** Cases needed for each column of the regression; where there are fewer, only the common level is fitted. */
const CASES_PER_COLUMN = 5;
/** A spread smaller than this is taken for it: where all agree to the fen, a rounding step is no deviation. */
const LEAST_SPREAD = 0.03;
/** A clue decides at least this factor more, or less, than is usual. */
const LEAST_FACTOR = 1.25;
/** Like cases shown beside a clue. */
const LIKE = 8;
/** The share of repeats in which the forest must agree. */
const LEAST_AGREEMENT = 0.8;

/**
 * 畸轻畸重: decided over suggested, on a log scale, against what is usual for like cases. The ratio and not the amount,
 * because the benchmark already explains most of the amount. Two unlike models must agree, and agree again when
 * the forest is grown anew. What a whole office does is usual to it and no clue about a case.
 */
export function screen(observations: readonly Observation[], options: ScreenOptions): Screening {
  const { seed, repeats = 5, trees = 60, wanted = () => true } = options;
  const usable = observations.filter(({ decided, suggested }) => decided > 0 && suggested > 0);
  const leftOut = observations.length - usable.length;
  const base = {
    seed,
    repeats,
    cases: usable.length,
    leftOut,
  };
  if (usable.length < FEWEST) {
    return { ...base, state: 'too-few', spread: null, limit: null, clues: [], distances: [] };
  }
  const ratios = Float64Array.from(usable, ({ decided, suggested }) =>
    Math.log(decided / suggested),
  );
  const { columns } = designOf(usable);
  const enough = usable.length >= CASES_PER_COLUMN * (columns.length + 1);
  const fit = robustFit(enough ? columns : [], ratios);
  const spread = Math.max(fit.scale, LEAST_SPREAD);
  const limit = Math.max(4, Math.sqrt(2 * Math.log(usable.length)));
  const usualOf = (i: number) => Math.exp(at(ratios, i) - at(fit.residuals, i));
  const least = Math.max(limit * spread, Math.log(LEAST_FACTOR));
  const far = usable.map(
    ({ id }, i) => Math.abs(at(fit.residuals, i)) >= least && wanted(id, usualOf(i)),
  );
  // Nothing far by the plane, nothing for the forest to agree with.
  const forests = Array.from({ length: far.includes(true) ? repeats : 0 }, (_, k) =>
    forestDistances(columns, ratios, { seed: seed + k, trees }),
  );
  const distances = usable.map(({ id }, i) => ({ id, distance: at(fit.residuals, i) / spread }));
  const clues = usable.flatMap(({ id, decided, suggested }, i): Clue[] => {
    if (!far[i]) return [];
    const residual = at(fit.residuals, i);
    const distance = residual / spread;
    const own = forests.map((forest) => at(forest, i));
    const agrees = (one: number) =>
      Math.sign(one) === Math.sign(distance) && Math.abs(one) >= limit;
    const agreed = own.filter(agrees).length;
    if (agreed < LEAST_AGREEMENT * repeats) return [];
    const usual = usualOf(i);
    const direction = distance < 0 ? 'light' : 'heavy';
    const forestDistance = median(own);
    const like = mostLike(columns, i, LIKE).flatMap((k) => usable[k] ?? []);
    const shown = like.map(({ features: _, ...one }) => one);
    return [
      { id, direction, decided, suggested, usual, distance, forestDistance, agreed, like: shown },
    ];
  });
  clues.sort((a, b) => Math.abs(b.distance) - Math.abs(a.distance) || (a.id < b.id ? -1 : 1));
  return { ...base, state: 'screened', spread, limit, clues, distances };
}

function forestDistances(
  columns: readonly Float64Array[],
  ratios: Float64Array,
  options: { seed: number; trees: number },
): Float64Array {
  const expected = expectedByForest(columns, ratios, options);
  const residuals = ratios.map((ratio, i) => ratio - at(expected, i));
  const known = residuals.filter((residual) => !Number.isNaN(residual));
  const spread = Math.max(spreadOf(known), LEAST_SPREAD);
  return residuals.map((residual) => (Number.isNaN(residual) ? 0 : residual / spread));
}

function at(values: Float64Array, i: number): number {
  return values[i] as number;
}
