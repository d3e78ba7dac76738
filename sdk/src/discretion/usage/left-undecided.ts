import type { BenchmarkPack, StatutePack } from '../../rules/index.ts';
import type { Assessment, UndecidedReason } from '../assessment.ts';

/** What a benchmark pack has to say about each violation of a statute book. */
export interface Reach {
  /** Violations with a benchmark of their own. */
  readonly own: readonly string[];
  /** Violations that only the general benchmark serves. */
  readonly general: readonly string[];
  /** Violations without any. */
  readonly none: readonly string[];
}

/** Which violations a pack covers, before any case. */
export function reachOfPack(statutes: StatutePack, pack: BenchmarkPack): Reach {
  const made = new Set(pack.benchmarks.map(({ violation }) => violation));
  const lists = { own: [] as string[], general: [] as string[], none: [] as string[] };
  for (const violation of new Set(statutes.statutes.map((statute) => statute.violation))) {
    const list = made.has(violation) ? lists.own : made.has(null) ? lists.general : lists.none;
    list.push(violation);
  }
  return lists;
}

/** Why cases stayed without a result, most frequent first. */
export interface LeftUndecided {
  readonly cases: number;
  readonly undecided: number;
  readonly reasons: readonly {
    readonly reason: UndecidedReason | 'no-rule';
    /** `facts.goodsValue`, `factors.harm`, `grounds`: the place to mend or to ask about. */
    readonly at: string;
    readonly cases: number;
    readonly violations: Readonly<Record<string, number>>;
  }[];
}

/**
 * Which facts, factors and rules left cases undecided in practice. `assessment: null` is a case for which no Rule
 * could be made. A case with several reasons counts under each of them once.
 */
export function leftUndecided(
  cases: Iterable<{ readonly violation: string; readonly assessment: Assessment | null }>,
): LeftUndecided {
  const found = new Map<
    string,
    {
      reason: UndecidedReason | 'no-rule';
      at: string;
      cases: number;
      violations: Record<string, number>;
    }
  >();
  let [total, undecided] = [0, 0];
  for (const { violation, assessment } of cases) {
    total++;
    const reasons = assessment
      ? assessment.undecided
      : [{ reason: 'no-rule', at: 'rule' } as const];
    if (reasons.length > 0) undecided++;
    for (const { reason, at } of reasons) {
      const key = `${reason} ${at}`;
      const entry = found.get(key) ?? { reason, at, cases: 0, violations: {} };
      found.set(key, entry);
      entry.cases++;
      entry.violations[violation] = (entry.violations[violation] ?? 0) + 1;
    }
  }
  const reasons = [...found.values()].sort((a, b) => b.cases - a.cases || (a.at < b.at ? -1 : 1));
  return { cases: total, undecided, reasons };
}
