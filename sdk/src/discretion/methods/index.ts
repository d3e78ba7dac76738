import type { Method } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import { bandTable } from './band-table.ts';
import { baseAdjust } from './base-adjust.ts';
import { grid } from './grid.ts';
import type { Answers, Placed } from './method.ts';
import { percentSum } from './percent-sum.ts';
import { pointsTiers } from './points-tiers.ts';

/** Where the benchmark's method puts the case on the lawful span. */
export function placeBy(method: Method, answers: Answers): Placed | Undecided {
  switch (method.kind) {
    case 'points-tiers':
      return pointsTiers(method, answers);
    case 'percent-sum':
      return percentSum(method, answers);
    case 'base-adjust':
      return baseAdjust(method, answers);
    case 'grid':
      return grid(method, answers);
    case 'band-table':
      return bandTable(method, answers);
  }
}

/** What an option's points are: added points, added basis points, a factor over 10,000, or nothing by themselves. */
export type PointsMean = 'points' | 'percent' | 'times' | 'answer';

export const POINTS_MEAN: Readonly<Record<Method['kind'], PointsMean>> = {
  'points-tiers': 'points',
  'percent-sum': 'percent',
  'base-adjust': 'times',
  grid: 'points',
  'band-table': 'answer',
};

/** Every band of the benchmark in basis points of the span, in its own order. */
export const bandsOf = (method: Method) =>
  method.kind === 'band-table' ? method.rows : method.tiers;
