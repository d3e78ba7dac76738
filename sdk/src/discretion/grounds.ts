import type { Ground, Rule } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { missingFact } from './lawful.ts';
import type { GroundFound, TraceStep } from './trace.ts';
import { type Facts, missing, test } from './truth.ts';

export interface Examined {
  readonly found: readonly Ground[];
  readonly undecided: readonly Undecided[];
  readonly step: TraceStep;
}

/** The grounds of the Rule that a person found or the facts establish. */
export function examine(case_: Case, rule: Rule, facts: Facts): Examined {
  const undecided: Undecided[] = [];
  if (case_.grounds === undefined)
    undecided.push({ reason: 'grounds-not-examined', at: 'grounds' });
  const listed = new Set(case_.grounds);
  const unknown = new Set<string>();
  const found: Ground[] = [];
  for (const ground of rule.grounds) {
    const truth = listed.delete(ground.id) || (ground.when && test(ground.when, facts));
    if (truth) found.push(ground);
    else if (truth === undefined && ground.when) missing([ground.when], facts, unknown);
  }
  for (const id of listed) undecided.push({ reason: 'ground-unknown', at: `grounds.${id}` });
  for (const id of unknown) undecided.push(missingFact(id, rule.statute));
  return { found, undecided, step: { step: 'grounds', found: found.map(shown) } };
}

const shown = ({ id, label, force, effect, cite }: Ground): GroundFound => ({
  id,
  label,
  force,
  effect,
  cite,
});
