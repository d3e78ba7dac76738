import { falseDiscovery, moreThanTheRest, type Rate, rateOf } from '../statistics/index.ts';
import type { Dispute, Disputes } from './disputes.ts';
import { pointId } from './point.ts';

/** A point that is disputed more often than points of its kind are, beyond what chance explains. */
export interface HotPoint {
  readonly dispute: Dispute;
  /** The same rate over all other points of the kind. */
  readonly elsewhere: Rate;
  /** Corrected for the number of points asked about. */
  readonly q: number;
}

export interface HotPoints {
  readonly hot: readonly HotPoint[];
  /** Points asked about, and points in play too seldom or disputed too seldom to ask. */
  readonly tested: number;
  readonly tooFew: number;
}

/** Cases in play, and objections, below which nothing is said of a point. */
const FEWEST_USES = 30;
const FEWEST_OBJECTIONS = 5;
const MOST_Q = 0.01;
/** At least twice as often disputed as elsewhere. */
const LEAST_RATIO = 2;

/**
 * 高频争议条款. Rates and not counts: a clause that is used often is disputed often. Each point is held against the others of its kind by
 * Fisher's exact test, corrected for all that were asked. Of a factor and its option, the narrower is named.
 */
export function hotPoints({ points }: Disputes): HotPoints {
  const sums = new Map<string, { uses: number; objected: number }>();
  for (const { point, objected } of points) {
    const sum = sums.get(point.kind) ?? { uses: 0, objected: 0 };
    sums.set(point.kind, sum);
    sum.uses += objected.denominator;
    sum.objected += objected.numerator;
  }
  const asked = points.flatMap((dispute) => {
    const { numerator: hits, denominator: inside } = dispute.objected;
    const sum = sums.get(dispute.point.kind) ?? { uses: 0, objected: 0 };
    const [otherHits, outside] = [sum.objected - hits, sum.uses - inside];
    // A kind without another point to compare with: amount and procedure of a single violation.
    if (inside < FEWEST_USES || outside < FEWEST_USES) return [];
    return [
      {
        dispute,
        elsewhere: rateOf(otherHits, outside),
        p: moreThanTheRest({ hits, inside, otherHits, outside }),
      },
    ];
  });
  const qs = falseDiscovery(asked.map(({ p }) => p));
  const found = asked.flatMap(({ dispute, elsewhere }, i): HotPoint[] => {
    const { numerator, denominator } = dispute.objected;
    const q = qs[i] ?? 1;
    const often =
      numerator * elsewhere.denominator >= LEAST_RATIO * elsewhere.numerator * denominator;
    return q <= MOST_Q && often && numerator >= FEWEST_OBJECTIONS
      ? [{ dispute, elsewhere, q }]
      : [];
  });
  const options = new Set(
    found.flatMap(({ dispute: { point } }) =>
      point.kind === 'option' ? [`${point.violation}/factor/${point.factor}`] : [],
    ),
  );
  const hot = found
    .filter(({ dispute }) => !options.has(pointId(dispute.point)))
    .sort((a, b) => a.q - b.q || (pointId(a.dispute.point) < pointId(b.dispute.point) ? -1 : 1));
  return { hot, tested: asked.length, tooFew: points.length - asked.length };
}
