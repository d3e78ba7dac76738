import type { Rule } from '../../rules/index.ts';
import type { Assessment } from '../assessment.ts';
import type { Case } from '../case.ts';

/** One decided case as the screening sees it: no names, no office unless the caller adds it on purpose. */
export interface Observation {
  readonly id: string;
  /** Fen decided and fen suggested. */
  readonly decided: number;
  readonly suggested: number;
  /** What like cases share: numbers, or names of categories. */
  readonly features: Readonly<Record<string, number | string>>;
}

/**
 * A decided case with the features that the benchmark knows: facts (amounts on a log scale) and options.
 * `null` where the Rule suggests no amount (undecided, 不予, 减轻): there is nothing to compare with.
 */
export function observationOf(
  id: string,
  case_: Case,
  rule: Rule,
  assessment: Assessment,
  decided: number,
): Observation | null {
  if (assessment.suggestion === null || assessment.outcome !== 'fine') return null;
  const features: Record<string, number | string> = {};
  for (const fact of rule.statute.facts) {
    const value = case_.facts[fact.id];
    if (value === undefined) continue;
    const number = typeof value === 'number';
    features[`fact ${fact.id}`] = number ? Math.log1p(value) : String(value);
  }
  for (const { id: factor } of rule.benchmark.factors) {
    const option = case_.factors[factor];
    if (option !== undefined) features[`factor ${factor}`] = option;
  }
  for (const ground of case_.grounds ?? []) features[`ground ${ground}`] = 1;
  return { id, decided, suggested: assessment.suggestion, features };
}
