import { rounded } from './probability.ts';

/**
 * Benjamini and Hochberg (1995): of all findings with q ≤ 0.05, one in twenty may be expected to be chance, however many were
 * asked. One q for each p, in the order given.
 */
export function falseDiscovery(ps: readonly number[]): number[] {
  const order = ps.map((p, i) => ({ p, i })).sort((a, b) => b.p - a.p || b.i - a.i);
  const qs = new Array<number>(ps.length).fill(1);
  let least = 1;
  order.forEach(({ p, i }, k) => {
    least = Math.min(least, (p * ps.length) / (ps.length - k));
    qs[i] = rounded(least);
  });
  return qs;
}
