import type { Citation, Mode, Statute, StatuteTier, Wording } from '../rules/index.ts';
import type { PenaltyResult, PersonalPenalty, Range, Undecided } from './assessment.ts';
import { type Computed, fineRange } from './fine-range.ts';
import { once } from './once.ts';
import { type Choice, choose, holds } from './statute-tier.ts';
import type { TraceStep } from './trace.ts';
import type { Facts } from './truth.ts';

/** What the law allows to one subject before any discretion. */
export interface Lawful {
  /** The tiers that apply, the chosen one first; null when they could not be established. */
  readonly tiers: readonly StatuteTier[] | null;
  readonly range: Range | null;
  readonly fineMode: Mode | null;
  /** Kinds other than the fine and confiscation. */
  readonly penalties: readonly PenaltyResult[];
  readonly confiscations: readonly PenaltyResult[];
  readonly measures: StatuteTier['measures'];
  readonly undecided: readonly Undecided[];
  readonly steps: readonly TraceStep[];
}

/** Tiers of one subject → those that apply, their range and their kinds. `whom` is given for persons punished in addition. */
export function lawful(
  tiers: readonly StatuteTier[],
  facts: Facts,
  statute: Statute,
  whom?: Wording,
): Lawful {
  const choice = choiceOf(tiers, facts, statute);
  const { chosen, penalties, confiscations, measures } = choice;
  const steps = [...choice.steps];
  const undecided = [...choice.undecided];
  let range: Range | null = null;
  let fineMode: Mode | null = null;
  for (const tier of chosen ?? []) {
    if (tier.fine === null) continue;
    const computed = fineRange(tier.fine, facts, statute.facts);
    if ('reason' in computed) {
      undecided.push(
        computed.reason === 'fact-missing'
          ? missingFact(computed.at.slice('facts.'.length), statute)
          : { ...computed, fields: { tier: tier.number } },
      );
      continue;
    }
    steps.push(rangeStep(tier, computed, statute, whom));
    // No text in the statute book adds one fine to another; what that would mean is not for arithmetic.
    if (range)
      undecided.push({ reason: 'needs-person', at: 'statute', fields: { why: 'two-fines' } });
    range = computed.range;
    fineMode = tier.fine.mode;
  }
  const settled = undecided.length === 0;
  return {
    tiers: chosen,
    range: settled ? range : null,
    fineMode: settled ? fineMode : null,
    penalties,
    confiscations,
    measures,
    undecided,
    steps,
  };
}

/** What a choice among tiers comes to, before any amount. */
interface Chosen {
  readonly steps: readonly TraceStep[];
  readonly chosen: readonly StatuteTier[] | null;
  readonly penalties: readonly PenaltyResult[];
  readonly confiscations: readonly PenaltyResult[];
  readonly measures: StatuteTier['measures'];
  readonly undecided: readonly Undecided[];
}

/** The same tiers hold again and again: what follows from which of them hold is worked out once. */
const settledChoices = once((_tiers: readonly StatuteTier[]) => new Map<number, Chosen>());

function choiceOf(tiers: readonly StatuteTier[], facts: Facts, statute: Statute): Chosen {
  // One binary digit a tier, as many as a number holds exactly; no article comes near.
  let key = tiers.length < 53 ? 1 : Number.NaN;
  for (const tier of tiers) {
    const truth = holds(tier, facts);
    if (truth === undefined) key = Number.NaN;
    key = key * 2 + (truth ? 1 : 0);
  }
  if (Number.isNaN(key)) return choiceFrom(choose(tiers, facts), tiers, statute);
  const known = settledChoices(tiers);
  let found = known.get(key);
  if (found === undefined) {
    found = choiceFrom(choose(tiers, facts), tiers, statute);
    known.set(key, found);
  }
  return found;
}

function choiceFrom(choice: Choice, tiers: readonly StatuteTier[], statute: Statute): Chosen {
  const { chosen, truths, competing } = choice;
  const steps: TraceStep[] = tiers.map((tier, i) => {
    const { number, level, additive, when, subject } = tier;
    return {
      step: 'statute-tier',
      number,
      level,
      ...(subject && { subject: subject.label }),
      additive,
      holds: held(truths[i]),
      when,
      chosen: chosen?.includes(tier) ?? false,
      cite: [citation(tier, statute)],
    };
  });
  const undecided = [...choice.missing].map((id) => missingFact(id, statute));
  if (competing.length > 0 && chosen === null)
    undecided.push({ reason: 'tiers-compete', at: 'statute', fields: { tiers: competing } });
  else if (chosen === null && undecided.length === 0)
    undecided.push({ reason: 'no-tier-applies', at: 'statute' });
  const all = kinds(chosen ?? [], statute);
  return {
    steps,
    chosen,
    penalties: all.filter(({ kind }) => kind !== 'fine' && !confiscates(kind)),
    confiscations: all.filter(({ kind }) => confiscates(kind)),
    measures: (chosen ?? []).flatMap((tier) => tier.measures),
    undecided,
  };
}

const groups = once((tiers: readonly StatuteTier[]) => [
  ...Map.groupBy(tiers, (tier) => tier.subject?.label.zh ?? ''),
]);

const NOBODY = { persons: [], steps: [] };

/** Persons punished in addition, each group on its own: never merged into the party's range. */
export function personal(
  tiers: readonly StatuteTier[],
  facts: Facts,
  statute: Statute,
): { persons: readonly PersonalPenalty[]; steps: readonly TraceStep[] } {
  if (tiers.length === 0) return NOBODY;
  const persons: PersonalPenalty[] = [];
  const steps: TraceStep[] = [];
  for (const [whom, group] of groups(tiers)) {
    const subject = group[0]?.subject?.label ?? { zh: whom };
    const found = lawful(group, facts, statute, subject);
    const undecided = found.undecided.filter(({ reason }) => reason !== 'no-tier-applies');
    if (found.tiers === null && undecided.length === 0) continue;
    const { range, fineMode } = found;
    const penalties = [...found.penalties, ...found.confiscations];
    persons.push({ subject, range, fineMode, penalties, undecided });
    steps.push(...found.steps);
    if (penalties.length > 0) steps.push({ step: 'penalties', whom: subject, penalties });
    for (const reason of undecided)
      steps.push({ step: 'undecided', whom: subject, undecided: reason });
  }
  return { persons, steps };
}

const confiscates = (kind: PenaltyResult['kind']) => kind.startsWith('confiscate-');

const held = (truth: boolean | undefined) =>
  truth === undefined ? 'unknown' : truth ? 'yes' : 'no';

export function missingFact(id: string, statute: Statute): Undecided {
  const definition = statute.facts.find((fact) => fact.id === id);
  return {
    reason: 'fact-missing',
    at: `facts.${id}`,
    ...(definition && { fields: { label: definition.label } }),
  };
}

function citation(tier: StatuteTier, statute: Statute): Citation {
  if (!tier.cite) return statute.basis;
  const { law, article, version } = statute.basis;
  return {
    law,
    article: tier.cite.article ?? article,
    ...(tier.cite.paragraph !== undefined && { paragraph: tier.cite.paragraph }),
    ...(version !== undefined && { version }),
  };
}

/** Each kind once, the chosen tier's mode before an added one's. */
function kinds(tiers: readonly StatuteTier[], statute: Statute): PenaltyResult[] {
  const results: PenaltyResult[] = [];
  for (const tier of tiers)
    for (const { kind, mode, label } of tier.penalties)
      if (!results.some((result) => result.kind === kind))
        results.push({ kind, mode, label, cite: citation(tier, statute) });
  return results;
}

function rangeStep(
  tier: StatuteTier,
  computed: Extract<Computed, { range: Range }>,
  statute: Statute,
  whom: Wording | undefined,
): TraceStep {
  const { range, multiple } = computed;
  const mode = tier.fine?.mode ?? 'shall';
  const onlyMaximum = tier.fine?.min === null;
  const cite = [citation(tier, statute)];
  const step: TraceStep = multiple
    ? { step: 'range', range, mode, onlyMaximum, multiple, cite }
    : { step: 'range', range, mode, onlyMaximum, cite };
  return whom ? { ...step, whom } : step;
}
