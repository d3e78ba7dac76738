import type { Benchmark, Method, Ratio, Tier } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import { once } from '../once.ts';
import { type Answers, nowhere, type Placed, sum } from './method.ts';

export type PointsTiers = Extract<Method, { kind: 'points-tiers' }>;
export type Row = PointsTiers['tiers'][number];

/** 积分制: the total of the points selects a tier. */
export function pointsTiers(method: PointsTiers, answers: Answers): Placed | Undecided {
  const { benchmark, fixed } = answers;
  const points = sum(answers.options);
  const row = fixed ? rowFor(method, fixed, points) : rowOf(method, points);
  if (row === undefined) return nowhere({ points, tier: fixed });
  const { tier, from, to, band } = row;
  return {
    tier,
    bp: band.bp,
    share: shareIn(row, points, method, benchmark),
    step: { step: 'points-tier', points, tier, from, to, fixed: fixed !== null },
  };
}

/** The row whose interval [from, to) holds the score. */
function rowOf(method: PointsTiers, points: number): Row | undefined {
  return method.tiers.find((row) => points >= row.from && (row.to === null || points < row.to));
}

/** The row of a tier that grounds have fixed: the one nearest to the score. */
function rowFor(method: PointsTiers, tier: Tier, points: number): Row | undefined {
  const rows = method.tiers.filter((row) => row.tier === tier);
  return rows.find((row) => row.to === null || points < row.to) ?? rows.at(-1);
}

/**
 * Where in the lawful span the score lies once its row is known, as an exact share of (max − min). A score outside
 * the row, possible where grounds fixed the tier, lies at the nearer end: points never lead out of the frame.
 */
function shareIn(row: Row, points: number, method: PointsTiers, benchmark: Benchmark): Ratio {
  const [low, high] = row.band.bp;
  if (method.within === 'low') return [low, 10_000];
  if (method.within === 'middle') return [low + high, 20_000];
  const width = Math.max((row.to ?? highestScore(benchmark)) - row.from, 1);
  const along = Math.min(Math.max(points - row.from, 0), width);
  return [low * width + (high - low) * along, 10_000 * width];
}

const highestScore = once((benchmark: Benchmark): number => {
  let total = 0;
  for (const factor of benchmark.factors)
    total += Math.max(...factor.options.map((option) => option.points));
  return total;
});
