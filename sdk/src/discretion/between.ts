import type { Mode, Rule } from '../rules/index.ts';
import { type AssessOptions, assess } from './assess.ts';
import type { Assessment, PenaltyResult, Range, Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { inForce } from './in-force.ts';

export type Side = 'act' | 'decision';

/** One respect in which the two texts differ for this case, and which of them is lighter in it. */
export interface Difference {
  readonly in: 'maximum' | 'minimum' | 'ends' | 'optional' | 'kinds' | 'persons' | 'suggestion';
  /** Null: neither can be called the lighter. */
  readonly lighter: Side | null;
  readonly act: unknown;
  readonly decision: unknown;
}

/** 从旧兼从轻 (行政处罚法 37) for one case, with both assessments and their traces. */
export interface Comparison {
  readonly format: 'chidu-comparison/1';
  readonly atAct: Assessment | null;
  /** The same as `atAct` where one Rule covers both days. */
  readonly atDecision: Assessment | null;
  /** `needs-person`: lighter in one respect, heavier in another. `undecided`: an assessment is missing what decides. */
  readonly result: Side | 'needs-person' | 'undecided';
  readonly differences: readonly Difference[];
  readonly undecided: readonly Undecided[];
  /** The assessment to use; null where a person must choose. */
  readonly chosen: Assessment | null;
}

/**
 * Which of several dated Rules of one violation governs: the one in force at the act, unless the one in force at the
 * decision is lighter. Lighter is judged on the whole of what the law threatens for this case, the fine and the
 * other kinds; where they point apart it is a person's to say. A text that comes into force only after the decision is
 * not looked at, however light.
 */
export function assessBetween(
  case_: Case,
  rules: readonly Rule[],
  options: AssessOptions = {},
): Comparison {
  const old = ruleOn(rules, case_, case_.actDate, 'actDate');
  const young = ruleOn(rules, case_, case_.decisionDate, 'decisionDate');
  if ('at' in old || 'at' in young) {
    const undecided = [old, young].filter((one) => 'at' in one);
    return ended('undecided', null, null, [], undecided, null);
  }
  const atAct = assess(case_, old, options);
  if (old === young) return ended('act', atAct, atAct, [], [], atAct);
  const atDecision = assess(case_, young, options);
  const open = [atAct, atDecision].flatMap((one) => (known(one) ? [] : one.undecided));
  if (open.length > 0) return ended('undecided', atAct, atDecision, [], open, null);
  const differences = differ(atAct, atDecision);
  const sides = new Set(differences.map(({ lighter }) => lighter));
  if (sides.has(null) || sides.size > 1)
    return ended('needs-person', atAct, atDecision, differences, [], null);
  const [side = 'act'] = sides;
  const result: Side = side === 'decision' ? 'decision' : 'act';
  const chosen = result === 'act' ? atAct : atDecision;
  return ended(result, atAct, atDecision, differences, [], chosen);
}

function ended(
  result: Comparison['result'],
  atAct: Assessment | null,
  atDecision: Assessment | null,
  differences: readonly Difference[],
  undecided: readonly Undecided[],
  chosen: Assessment | null,
): Comparison {
  return {
    format: 'chidu-comparison/1',
    atAct,
    atDecision,
    result,
    differences,
    undecided,
    chosen,
  };
}

/** The one Rule whose text and benchmark are in force on a day. */
function ruleOn(
  rules: readonly Rule[],
  { violation }: Case,
  day: string,
  at: string,
): Rule | Undecided {
  const found = rules.filter(
    ({ statute, pack }) =>
      statute.violation === violation && inForce(statute, day) && inForce(pack, day),
  );
  const [rule] = found;
  if (rule && found.length === 1) return rule;
  return { reason: 'not-in-force', at, fields: { day, found: found.length } };
}

/** What the law threatens is established, even where the factors are not yet answered. */
const known = ({ outcome, statuteTiers }: Assessment) =>
  outcome !== 'undecided' || statuteTiers.length > 0;

function differ(act: Assessment, decision: Assessment): Difference[] {
  if (act.outcome === 'waived' || decision.outcome === 'waived') {
    if (act.outcome === decision.outcome) return [];
    const lighter = act.outcome === 'waived' ? 'act' : 'decision';
    return [{ in: 'kinds', lighter, act: act.outcome, decision: decision.outcome }];
  }
  const differences = [
    ...fineDiffers(act.range ?? NO_FINE, decision.range ?? NO_FINE),
    ...optionDiffers(act.fineMode, decision.fineMode),
    ...kindsDiffer(threatened(act), threatened(decision)),
    ...personsDiffer(act, decision),
  ];
  if (differences.length > 0 || act.suggestion === null || decision.suggestion === null)
    return differences;
  return below('suggestion', act.suggestion, decision.suggestion);
}

const NO_FINE: Range = { min: 0, max: 0 };

/** The higher maximum is the heavier text; of equal maxima, the higher minimum. Ends that cross need a person. */
function fineDiffers(act: Range, decision: Range): Difference[] {
  if (act.max === decision.max) return below('minimum', act.min, decision.min);
  const crossed = act.max < decision.max ? act.min > decision.min : act.min < decision.min;
  return crossed
    ? [{ in: 'ends', lighter: null, act, decision }]
    : below('maximum', act.max, decision.max);
}

function optionDiffers(act: Mode | null, decision: Mode | null): Difference[] {
  if (act === null || decision === null || (act === 'shall') === (decision === 'shall')) return [];
  return [{ in: 'optional', lighter: act === 'shall' ? 'decision' : 'act', act, decision }];
}

function below(respect: Difference['in'], act: number, decision: number): Difference[] {
  if (act === decision) return [];
  return [{ in: respect, lighter: act < decision ? 'act' : 'decision', act, decision }];
}

/** Every kind but the fine and the confiscation of gains, which follows from 行政处罚法 28 under any text. */
const threatened = ({ penalties, confiscations }: Assessment): readonly PenaltyResult[] => [
  ...penalties,
  ...confiscations.filter(({ kind }) => kind !== 'confiscate-illegal-gains'),
];

function kindsDiffer(
  act: readonly PenaltyResult[],
  decision: readonly PenaltyResult[],
): Difference[] {
  const weights = (list: readonly PenaltyResult[]) =>
    new Map(list.map(({ kind, mode }) => [kind, mode === 'shall' ? 2 : 1]));
  const [a, d] = [weights(act), weights(decision)];
  const signs = new Set<number>();
  for (const kind of new Set([...a.keys(), ...d.keys()]))
    signs.add(Math.sign((a.get(kind) ?? 0) - (d.get(kind) ?? 0)));
  signs.delete(0);
  if (signs.size === 0) return [];
  const lighter = signs.size > 1 ? null : signs.has(-1) ? 'act' : 'decision';
  const shown = (list: readonly PenaltyResult[]) => list.map(({ kind, mode }) => `${kind} ${mode}`);
  return [{ in: 'kinds', lighter, act: shown(act), decision: shown(decision) }];
}

/** Persons are compared where both texts punish the same ones; otherwise a person looks. */
function personsDiffer(act: Assessment, decision: Assessment): Difference[] {
  const shown = ({ persons }: Assessment) =>
    persons.map(({ subject, range, penalties }) => ({
      subject: subject.zh,
      range,
      kinds: penalties.map(({ kind, mode }) => `${kind} ${mode}`),
    }));
  const [a, d] = [shown(act), shown(decision)];
  return JSON.stringify(a) === JSON.stringify(d)
    ? []
    : [{ in: 'persons', lighter: null, act: a, decision: d }];
}
