import type { Stop } from './count.ts';
import type { Cite } from './period.ts';
import { serialOf } from './serial-day.ts';

/** Share of the unpaid sum for each day, and where it stands. */
export const SURCHARGES = {
  /** 加处罚款: 3% a day. */
  fine: { rate: [3, 100], cite: { law: '行政处罚法', article: 72, paragraph: 1, item: 1 } },
  /** Illegal gains of a price case: 0.2% a day. */
  'price-gains': { rate: [2, 1000], cite: { law: '价格违法行为行政处罚规定', article: 21 } },
} as const satisfies Record<string, { rate: readonly [number, number]; cite: Cite }>;

/**
 * The surcharge on a sum in fen that was due on `due` and is still unpaid at the end of `on`, in whole fen, rounded down.
 * It never exceeds the sum itself (行政强制法 45), and days of reconsideration or suit, given as `stops`, do not
 * count (行政处罚法 73(3)).
 * @throws ChiduError `date-text` for a day that does not exist.
 */
export function surcharge(
  sum: number,
  kind: keyof typeof SURCHARGES,
  due: string,
  on: string,
  stops: readonly Pick<Stop, 'from' | 'to'>[] = [],
): number {
  const spans = stops.map((stop) => [stop.from, stop.to ?? '9999-12-31'].map(serialOf));
  let days = 0;
  for (let day = serialOf(due) + 1; day <= serialOf(on); day++) {
    if (!spans.some(([from, to]) => day >= (from as number) && day < (to as number))) days++;
  }
  const [numerator, denominator] = SURCHARGES[kind].rate;
  const owed = (BigInt(sum) * BigInt(numerator) * BigInt(days)) / BigInt(denominator);
  return owed < BigInt(sum) ? Number(owed) : sum;
}
