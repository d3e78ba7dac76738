import { FACTORS, POINTS, THRESHOLD, TIERS, TOP, UNIT } from './rule.ts';

/** The suggestion of this one rule and nothing else: the physical limit to measure a general engine against. */
export function byHand(
  goods: Float64Array,
  options: readonly Uint8Array[],
  suggestion: Float64Array,
): void {
  const points = Int32Array.from([0, ...POINTS]);
  const shares = Float64Array.from({ length: TOP + 1 }, (_, total) => {
    const row = TIERS.find(({ to }) => to === null || total < to) ?? TIERS[0];
    const width = (row.to ?? TOP) - row.from;
    // All widths divide 1,200, so that the share of every total is a whole number of 12,000,000ths.
    return (row.low * width + (row.high - row.low) * (total - row.from)) * (1200 / width);
  });
  const [a, b, c, d, e, f, g, h, i, j] = options;
  if (!a || !b || !c || !d || !e || !f || !g || !h || !i || !j || options.length !== FACTORS)
    throw new Error('ten factors');
  for (let n = 0; n < goods.length; n += 1) {
    const total =
      (points[a[n] as number] as number) +
      (points[b[n] as number] as number) +
      (points[c[n] as number] as number) +
      (points[d[n] as number] as number) +
      (points[e[n] as number] as number) +
      (points[f[n] as number] as number) +
      (points[g[n] as number] as number) +
      (points[h[n] as number] as number) +
      (points[i[n] as number] as number) +
      (points[j[n] as number] as number);
    const value = goods[n] as number;
    const min = value < THRESHOLD ? 5_000_000 : value * 10;
    const span = value < THRESHOLD ? 5_000_000 : value * 10;
    const exact = min * 12_000_000 + span * (shares[total] as number);
    suggestion[n] = Math.floor(exact / (12_000_000 * UNIT)) * UNIT;
  }
}
