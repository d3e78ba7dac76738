import { count, share } from '@chidu/sdk/oversight';
import { BOARD_FIGURES } from '@chidu/sdk/oversight/board';
import type { Views } from '../shown.ts';
import { coverage } from './coverage.ts';
import type { Known } from './known.ts';

export function law(known: Known): Views['law'] {
  const { cases, keep } = known;
  const { statutes } = known.papers;
  const byViolation = Map.groupBy(
    cases.filter(({ violation }) => violation !== null),
    ({ violation }) => violation as string,
  );
  const violations = [...byViolation].map(([violation, own]) => {
    const statute = statutes.get(violation);
    const ids = own.map(({ id }) => id);
    return {
      violation,
      name: statute?.name ?? null,
      basis: statute ? { law: statute.basis.law, article: statute.basis.article } : null,
      summary: statute?.summary ?? null,
      from: statute?.from ?? null,
      cases: keep(count(BOARD_FIGURES.cases, ids, { violation })),
      objected: keep(
        share(BOARD_FIGURES.objected, {
          part: own.filter(({ history }) => history.objections.length > 0).map(({ id }) => id),
          of: ids,
          scope: { violation },
        }),
      ),
    };
  });
  violations.sort(
    (a, b) => b.cases.numerator - a.cases.numerator || (a.violation < b.violation ? -1 : 1),
  );
  return { violations, known: statutes.size > 0, coverage: coverage(known) };
}
