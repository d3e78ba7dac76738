import { rounded, twoSided } from './probability.ts';

/** Values of one kind of case: the group's own and those of all others. */
export interface Stratum {
  readonly own: readonly number[];
  readonly others: readonly number[];
}

export interface RankSum {
  /** Positive: the group's values are higher than those of like cases. */
  readonly z: number;
  /** Two-sided; 1 where no stratum has both sides and a difference to rank. */
  readonly p: number;
}

/**
 * Van Elteren's test (1960): rank sums of Wilcoxon inside each stratum, with mid-ranks, the variance corrected for ties, and
 * weights 1 / (n + 1). It compares like with like, and one far value cannot carry it.
 */
export function stratifiedRankSum(strata: readonly Stratum[]): RankSum {
  let difference = 0;
  let variance = 0;
  for (const { own, others } of strata) {
    const [m, k] = [own.length, others.length];
    if (m === 0 || k === 0) continue;
    const n = m + k;
    const all = [
      ...own.map((value) => ({ value, own: true })),
      ...others.map((value) => ({ value, own: false })),
    ].sort((a, b) => a.value - b.value);
    let sum = 0;
    let ties = 0;
    for (let from = 0; from < n; ) {
      let to = from;
      let mine = 0;
      for (; to < n && all[to]?.value === all[from]?.value; to++) if (all[to]?.own) mine++;
      sum += (mine * (from + 1 + to)) / 2;
      ties += (to - from) ** 3 - (to - from);
      from = to;
    }
    const weight = 1 / (n + 1);
    difference += weight * (sum - (m * (n + 1)) / 2);
    variance += weight ** 2 * ((m * k) / 12) * (n + 1 - ties / (n * (n - 1)));
  }
  if (variance <= 0) return { z: 0, p: 1 };
  const z = difference / Math.sqrt(variance);
  return { z: rounded(z), p: rounded(twoSided(z)) };
}
