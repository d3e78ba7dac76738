import type { Method, Option, Ratio } from '../../rules/index.ts';
import type { Undecided } from '../assessment.ts';
import { type Answers, nowhere, type Placed } from './method.ts';
import { inShareTiers, within } from './share-tiers.ts';

export type BaseAdjust = Extract<Method, { kind: 'base-adjust' }>;

/** 基准调整: a starting share of the span, multiplied option by option, exactly, and kept inside its limits. */
export function baseAdjust(method: BaseAdjust, { options, fixed }: Answers): Placed | Undecided {
  const product = multiplied(method.start, options);
  if (!product) return nowhere({ why: 'not-exact', tier: fixed });
  const limited = within(product, method.limits);
  const found = inShareTiers(method, limited, fixed);
  if (!found) return nowhere({ share: limited, tier: fixed });
  const { tier, band } = found.row;
  return {
    tier,
    bp: band.bp,
    share: found.share,
    step: {
      step: 'base-adjust',
      start: method.start,
      product,
      limits: method.limits,
      tier,
      fixed: fixed !== null,
    },
  };
}

/** In lowest terms; undefined where the terms no longer are exact integers (check a benchmark before it is published). */
function multiplied(start: number, options: readonly Option[]): Ratio | undefined {
  let num = BigInt(start);
  let den = 10_000n;
  for (const { points } of options) {
    num *= BigInt(Math.max(points, 0));
    den *= 10_000n;
    const common = gcd(num, den);
    num /= common;
    den /= common;
  }
  const ratio: Ratio = [Number(num), Number(den)];
  return ratio.every(Number.isSafeInteger) ? ratio : undefined;
}

function gcd(a: bigint, b: bigint): bigint {
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}
