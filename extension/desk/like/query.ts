import type { Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';

export interface CaseQuery {
  readonly violation: string;
  readonly factors: Readonly<Record<string, string>>;
  /** First day in force of the text of the law. */
  readonly lawVersion: string;
  readonly decisionDate: string;
  /** The largest amount of the case, fen. */
  readonly value?: number;
  readonly facts?: string;
}

/** What the search is told: structure first, and the facts as the page words them. */
export function queryOf(case_: Case, rule: Rule, facts: string | null): CaseQuery {
  const amounts = Object.entries(case_.facts).flatMap(([id, value]) =>
    typeof value === 'number' &&
    rule.statute.facts.some((fact) => fact.id === id && fact.type === 'fen')
      ? [value]
      : [],
  );
  return {
    violation: case_.violation,
    factors: { ...case_.factors },
    lawVersion: rule.statute.from,
    decisionDate: case_.decisionDate,
    ...(amounts.length > 0 && { value: Math.max(...amounts) }),
    ...(facts !== null && { facts }),
  };
}
