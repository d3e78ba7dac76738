import type { Method } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import { type Answers, nowhere, type Placed, sum } from './method.ts';
import { inShareTiers } from './share-tiers.ts';

export type PercentSum = Extract<Method, { kind: 'percent-sum' }>;

/**
 * 百分比叠加: percentages of the span are added to a starting point, as in the general table of the Hunan environment
 * benchmark of 2021, `[Y + Σp·(1 − Y)]·max` with Y = min ÷ max, which is min + Σp·(max − min).
 */
export function percentSum(method: PercentSum, { options, fixed }: Answers): Placed | Undecided {
  const total = method.start + sum(options);
  const share = Math.min(Math.max(total, 0), 10_000);
  const found = inShareTiers(method, [share, 10_000], fixed);
  if (!found) return nowhere({ share, tier: fixed });
  const { tier, band } = found.row;
  return {
    tier,
    bp: band.bp,
    share: found.share,
    step: { step: 'percent-sum', start: method.start, total, tier, fixed: fixed !== null },
  };
}
