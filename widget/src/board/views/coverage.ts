import { count } from '@chidu/sdk/oversight';
import { coverageOf, USE_FIGURES } from '@chidu/sdk/oversight/use';
import type { ShownClause, ShownCoverage } from '../shown.ts';
import type { Known } from './known.ts';

/** What asks for somebody comes first: overtaken by the law, in use without a table, then tables that nobody used. */
const RANK = { stale: 0, none: 1, unused: 2, used: 3 } as const;

/** 裁量基准覆盖情况: every violation in force with the table that serves it. Null where no packs were handed in. */
export function coverage({ cases, papers, keep }: Known): ShownCoverage | null {
  if (papers.coverage === null) return null;
  const { statutes, benchmarks } = papers.coverage;
  const exercises = cases.flatMap(({ exercise }) => exercise ?? []);
  const told = coverageOf({ statutes, packs: benchmarks, exercises, on: papers.today });
  const byViolation = Map.groupBy(exercises, ({ violation }) => violation);
  const clauses = told.clauses.map((clause): ShownClause => {
    const { violation, name, basis, standard, pack } = clause;
    // A general table was made for no text in particular: only one of its own can be overtaken.
    const stale = standard === 'own' ? clause.stale : null;
    // Where nothing serves it, what counts is how often it was needed.
    const ids =
      pack === null ? (byViolation.get(violation) ?? []).map((one) => one.case) : clause.cases;
    const state =
      pack === null ? 'none' : stale !== null ? 'stale' : ids.length === 0 ? 'unused' : 'used';
    return {
      violation,
      name: { zh: name.zh, en: name.en ?? name.zh },
      basis: { law: basis.law, article: basis.article },
      state,
      standard,
      pack: pack && { ...pack },
      since: stale?.since ?? null,
      cases: keep(count(USE_FIGURES.cases, ids, { violation, standard })),
    };
  });
  clauses.sort(
    (a, b) =>
      RANK[a.state] - RANK[b.state] ||
      b.cases.numerator - a.cases.numerator ||
      (a.violation < b.violation ? -1 : 1),
  );
  return {
    figures: told.figures.map(keep),
    clauses,
    orphans: told.orphans.map((one) => ({ ...one })),
    notInForce: [...told.notInForce],
    samples: benchmarks.filter(({ sample }) => sample).map(({ id }) => id),
  };
}
