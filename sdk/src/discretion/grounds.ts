import type { Ground, Rule } from '../rules/index.ts';
import type { Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { establishedBy, NOTHING } from './established.ts';
import { missingFact } from './lawful.ts';
import { once } from './once.ts';
import type { GroundFound, TraceStep } from './trace.ts';
import { type Facts, missing, test } from './truth.ts';

export interface Examined {
  readonly found: readonly Ground[];
  readonly undecided: readonly Undecided[];
  /** None while nobody has examined the grounds and none is established otherwise. */
  readonly steps: readonly TraceStep[];
}

/** The grounds of the Rule that a person found, that the facts establish, or that the case's own days and ages do. */
export function examine(
  case_: Case,
  rule: Rule,
  facts: Facts,
  dates: 'checked' | 'bound',
): Examined {
  const own = dates === 'checked' ? establishedBy(case_) : NOTHING;
  const none = own.ids.length === 0 && case_.grounds?.length === 0;
  if (none && own.undecided.length === 0 && byFacts(rule).length === 0) return NONE_FOUND;
  const undecided: Undecided[] = [];
  if (case_.grounds === undefined)
    undecided.push({ reason: 'grounds-not-examined', at: 'grounds' });
  undecided.push(...own.undecided);
  const found: Ground[] = [];
  const shown: GroundFound[] = [];
  const byCase = new Set<string>(own.ids);
  const byPerson = new Set(case_.grounds);
  const unknown = new Set<string>();
  for (const ground of none ? byFacts(rule) : rule.grounds) {
    const truth = ground.when && test(ground.when, facts);
    const listed = byPerson.delete(ground.id);
    const established = byCase.delete(ground.id);
    if (listed || established || truth) {
      found.push(ground);
      shown.push(show(ground, established ? 'case' : truth ? 'facts' : 'person'));
    } else if (truth === undefined && ground.when) missing([ground.when], facts, unknown);
  }
  for (const id of [...byPerson, ...byCase])
    undecided.push({ reason: 'ground-unknown', at: `grounds.${id}` });
  for (const id of unknown) undecided.push(missingFact(id, rule.statute));
  const silent = case_.grounds === undefined && found.length === 0;
  return { found, undecided, steps: silent ? [] : [{ step: 'grounds', found: shown }] };
}

/** Examined, and nothing there: by far the most frequent answer. */
const NONE_FOUND: Examined = { found: [], undecided: [], steps: [{ step: 'grounds', found: [] }] };

/** Where nothing was found otherwise only these need a look. */
const byFacts = once(({ grounds }: Rule) => grounds.filter(({ when }) => when !== undefined));

const show = ({ id, label, force, effect, cite }: Ground, by: GroundFound['by']): GroundFound => ({
  id,
  label,
  force,
  effect,
  cite,
  by,
});
