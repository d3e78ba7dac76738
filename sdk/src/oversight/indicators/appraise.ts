import { mulDiv } from '../../text/index.ts';
import { type Figure, share } from '../figure.ts';
import { rateOf, zAmong } from '../statistics/index.ts';
import type { AppraisalFormula } from './formula.ts';

/** 异议: a unit says that something was counted wrongly. Both results stay. */
export interface Contest {
  readonly id: string;
  readonly unit: string;
  /** Definition id of the figure, `rates.online`. */
  readonly figure: string;
  /**
   * `not-ours`: these are to be left out. `was-done`: what the unit had to do was done, so these count for it: as done where more
   * is better, and not where the formula says that less is (`none` above `all`).
   */
  readonly claim: 'not-ours' | 'was-done';
  /** Ids that the figure counts. */
  readonly sources: readonly string[];
  readonly state: 'open' | 'upheld' | 'refused';
  /** Of the contest, and of the answer. */
  readonly reason: string;
  readonly answer: string | null;
}

/** One item of the formula for one unit. */
export interface ItemScore {
  readonly figure: string;
  readonly counted: Figure | null;
  /** Basis points of the item's weight earned; null where it is not judged: no base, or one that is too small. */
  readonly points: number | null;
  /** The same at both ends of the interval of the share, which is the wider the more units are compared (`zAmong`). */
  readonly interval: readonly [number, number] | null;
}

export interface Score {
  readonly items: readonly ItemScore[];
  /** Basis points of the weight that could be judged. */
  readonly judged: number;
  /** Basis points of the judged weight earned, and at both ends; null where too little could be judged. */
  readonly total: number | null;
  readonly interval: readonly [number, number] | null;
}

export interface Appraisal {
  readonly unit: string;
  readonly asCounted: Score;
  /** With the contests that were upheld. Equal to `asCounted` where there are none. */
  readonly afterContest: Score;
  readonly contests: readonly Contest[];
  /** Best and worst place among the units that can be told apart; null without a score. By `afterContest`. */
  readonly places: readonly [number, number] | null;
}

/**
 * 考核: points of units by a published formula, over figures that list what they count. Two units stand one before the other only
 * where the intervals of their scores do not meet, so that a small unit's luck or misfortune is no rank.
 */
export function appraise(
  formula: AppraisalFormula,
  units: readonly { readonly unit: string; readonly figures: readonly Figure[] }[],
  contests: readonly Contest[] = [],
): Appraisal[] {
  const z = zAmong(units.length);
  const scored = units.map(({ unit, figures }) => {
    const own = contests.filter((one) => one.unit === unit);
    const upheld = own.filter(({ state }) => state === 'upheld');
    return {
      unit,
      asCounted: scoreOf(formula, figures, z),
      afterContest: scoreOf(
        formula,
        figures.map((figure) => correctedBy(figure, upheld, formula)),
        z,
      ),
      contests: own,
    };
  });
  const intervals = scored.flatMap(({ afterContest }) => afterContest.interval ?? []);
  const [lows, highs] = [0, 1].map((end) => intervals.filter((_, i) => i % 2 === end)) as [
    number[],
    number[],
  ];
  return scored.map((one) => {
    const { interval } = one.afterContest;
    if (interval === null) return { ...one, places: null };
    const before = lows.filter((low) => low > interval[1]).length;
    const behind = highs.filter((high) => high < interval[0]).length;
    return { ...one, places: [before + 1, lows.length - behind] };
  });
}

function scoreOf(formula: AppraisalFormula, figures: readonly Figure[], z: number): Score {
  const items = formula.items.map(({ figure: id, none, all }): ItemScore => {
    const counted = figures.find(({ definition }) => definition.id === id) ?? null;
    if (counted === null || counted.bp === null || counted.denominator === null)
      return { figure: id, counted, points: null, interval: null };
    if (counted.denominator < formula.fewest)
      return { figure: id, counted, points: null, interval: null };
    const ends = rateOf(counted.numerator, counted.denominator, z).interval ?? [0, 10_000];
    const [a, b] = ends.map((bp) => onSlope(bp, none, all)) as [number, number];
    const points = onSlope(counted.bp, none, all);
    return { figure: id, counted, points, interval: a <= b ? [a, b] : [b, a] };
  });
  const judged = formula.items.reduce(
    (sum, { weight }, i) => sum + (items[i]?.points === null ? 0 : weight),
    0,
  );
  if (judged === 0 || judged < formula.leastWeight)
    return { items, judged, total: null, interval: null };
  const sum = (of: (item: ItemScore) => number): number =>
    mulDiv(
      formula.items.reduce((sum, { weight }, i) => {
        const item = items[i] as ItemScore;
        return item.points === null ? sum : sum + weight * of(item);
      }, 0),
      1,
      judged,
      'down',
    );
  return {
    items,
    judged,
    total: sum(({ points }) => points ?? 0),
    interval: [
      sum(({ interval }) => interval?.[0] ?? 0),
      sum(({ interval }) => interval?.[1] ?? 0),
    ],
  };
}

/** Points of a share on the line from `none` to `all`, 0 to 10,000, rounded down. */
function onSlope(bp: number, none: number, all: number): number {
  const [from, to, at] = none < all ? [none, all, bp] : [all, none, none + all - bp];
  if (at <= from) return 0;
  return at >= to ? 10_000 : mulDiv(at - from, 10_000, to - from, 'down');
}

function correctedBy(
  figure: Figure,
  upheld: readonly Contest[],
  { items }: AppraisalFormula,
): Figure {
  const own = upheld.filter((one) => one.figure === figure.definition.id);
  if (own.length === 0 || figure.denominator === null) return figure;
  const sources = (claim: Contest['claim']) =>
    new Set(own.filter((one) => one.claim === claim).flatMap((one) => one.sources));
  const [out, done] = [sources('not-ours'), sources('was-done')];
  const counted = new Set(figure.in);
  const of = figure.of.filter((id) => !out.has(id));
  const item = items.find((one) => one.figure === figure.definition.id);
  const lessIsBetter = item !== undefined && item.none > item.all;
  const part = of.filter((id) => (done.has(id) ? !lessIsBetter : counted.has(id)));
  return share(figure.definition, { part, of, scope: figure.scope });
}
