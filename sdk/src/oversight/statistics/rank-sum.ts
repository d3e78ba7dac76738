import { rounded, twoSided } from './probability.ts';

/** A value of one case and the group it belongs to. */
export interface Ranked {
  readonly group: string;
  readonly value: number;
}

export interface RankSum {
  /** Positive: the group's values are higher than those of like cases. */
  readonly z: number;
  /** Two-sided; 1 where no stratum has both sides and a difference to rank. */
  readonly p: number;
  /** Values of the group that could be compared with others. */
  readonly compared: number;
  /** Mean over these of value less the mean of the others in the stratum. */
  readonly shift: number;
}

/**
 * Van Elteren's test (1960) for every group against all others: rank sums of Wilcoxon inside each stratum of like cases, with mid-ranks,
 * the variance corrected for ties, and weights 1 / (n + 1). It compares like with like, and one far value cannot carry it.
 */
export function stratifiedRankSums(strata: readonly (readonly Ranked[])[]): Map<string, RankSum> {
  const sums = new Map<
    string,
    { difference: number; variance: number; compared: number; shift: number }
  >();
  for (const stratum of strata) {
    const n = stratum.length;
    const { groups, ties } = ranked(stratum);
    const total = stratum.reduce((sum, { value }) => sum + value, 0);
    for (const [group, { count, ranks, values }] of groups) {
      const own = sums.get(group) ?? { difference: 0, variance: 0, compared: 0, shift: 0 };
      sums.set(group, own);
      if (count === n) continue;
      const weight = 1 / (n + 1);
      own.difference += weight * (ranks - (count * (n + 1)) / 2);
      own.variance += weight ** 2 * ((count * (n - count)) / 12) * (n + 1 - ties / (n * (n - 1)));
      own.compared += count;
      own.shift += values - (count * (total - values)) / (n - count);
    }
  }
  return new Map(
    [...sums].map(([group, { difference, variance, compared, shift }]) => {
      const z = variance <= 0 ? 0 : difference / Math.sqrt(variance);
      return [
        group,
        {
          z: rounded(z),
          p: variance <= 0 ? 1 : rounded(twoSided(z)),
          compared,
          shift: compared === 0 ? 0 : rounded(shift / compared),
        },
      ];
    }),
  );
}

/** Number, sum of mid-ranks and sum of values of each group; and Σ (t³ − t) over ties. */
function ranked(stratum: readonly Ranked[]) {
  const sorted = stratum.toSorted((a, b) => a.value - b.value);
  const groups = new Map<string, { count: number; ranks: number; values: number }>();
  let ties = 0;
  for (let from = 0; from < sorted.length; ) {
    let to = from;
    while (to < sorted.length && sorted[to]?.value === sorted[from]?.value) to++;
    ties += (to - from) ** 3 - (to - from);
    for (const { group, value } of sorted.slice(from, to)) {
      const own = groups.get(group) ?? { count: 0, ranks: 0, values: 0 };
      groups.set(group, own);
      own.count++;
      own.ranks += (from + 1 + to) / 2;
      own.values += value;
    }
    from = to;
  }
  return { groups, ties };
}
