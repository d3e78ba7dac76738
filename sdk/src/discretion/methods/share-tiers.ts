import type { Method, Ratio, Tier } from '../../rules/index.ts';

type ShareMethod = Extract<Method, { edge: string }>;
type ShareTier = ShareMethod['tiers'][number];

/**
 * The band that holds a share of the span, and the share inside it. A share exactly on an edge belongs where the
 * benchmark says. Where the tier is fixed, a share outside its band moves to the nearer end.
 */
export function inShareTiers(
  { tiers, edge }: Pick<ShareMethod, 'tiers' | 'edge'>,
  share: Ratio,
  fixed: Tier | null,
): { row: ShareTier; share: Ratio } | undefined {
  const row = fixed
    ? tiers.find(({ tier }) => tier === fixed)
    : edge === 'lighter'
      ? tiers.find(({ band }) => compare(share, band.bp[1]) <= 0)
      : tiers.findLast(({ band }) => compare(share, band.bp[0]) >= 0);
  return row && { row, share: within(share, row.band.bp) };
}

/** The share, or the nearer end of an interval of basis points. */
export function within(share: Ratio, [low, high]: readonly [number, number]): Ratio {
  if (compare(share, low) < 0) return [low, 10_000];
  if (compare(share, high) > 0) return [high, 10_000];
  return share;
}

/** Sign of share − bp, exactly. */
function compare([num, den]: Ratio, bp: number): number {
  const difference = BigInt(num) * 10_000n - BigInt(bp) * BigInt(den);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
