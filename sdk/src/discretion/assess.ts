import type { Rule, Tier } from '../rules/index.ts';
import { afterNotice } from './after-notice.ts';
import type { Assessment, PenaltyResult, Range, Undecided } from './assessment.ts';
import { bandOf } from './band.ts';
import type { Case } from './case.ts';
import { criminalSuspicion, duties, stillTaken } from './duties.ts';
import { chosen } from './factors.ts';
import { readFacts, takeFacts } from './facts.ts';
import { frame } from './frame.ts';
import { examine } from './grounds.ts';
import { type HearingThresholds, hearing } from './hearing.ts';
import { applicability } from './in-force.ts';
import { type Place, place, unplaced } from './inside.ts';
import { type Lawful, lawful, personal } from './lawful.ts';
import { bandsOf } from './methods/index.ts';
import { factNumbers } from './numbers.ts';
import { once } from './once.ts';
import { sides } from './statute-tier.ts';
import type { TraceStep } from './trace.ts';
import { named } from './truth.ts';

export interface AssessOptions {
  /** Default: the national sums. A province may set others (听证办法 5). */
  readonly hearing?: HearingThresholds;
  /** `bound`: a replay, whose law the signed Rule has settled; the days of the case are not looked at. */
  readonly dates?: 'checked' | 'bound';
}

/**
 * 裁量: what the law allows for this case under this Rule, where in it the case lies, and why. 不予 comes before
 * everything; then the statute's tier and range; grounds on the frame; points inside it; one rounding; flags.
 * Pure and synchronous. Whatever the data leave open is `undecided`, every reason by name; nothing stands in
 * for an unknown fact.
 */
export function assess(case_: Case, rule: Rule, options: AssessOptions = {}): Assessment {
  const { statute, benchmark } = rule;
  const dates = options.dates ?? 'checked';
  const law = applicability(case_, rule, dates);
  const taken = takeFacts(case_, statute);
  const { facts } = taken;
  const examined = examine(case_, rule, facts, dates);
  const framed = frame(examined.found, case_.elect);
  const waived = framed.tier === 'waive';
  const closed = waived || statute.punishedAs !== undefined;
  const { party, others } = sides(statute);
  const allowed = closed ? NOTHING : lawful(party, facts, statute);
  const { range, fineMode, penalties, measures } = allowed;
  const answers = chosen(case_, rule);
  const placed = closed
    ? unplaced(framed.tier)
    : place(range, framed.tier, answers.options, benchmark, facts);
  const personally = personal(closed ? NONE : others, facts, statute);
  const confiscations = allowed.confiscations.map((taken) => ({
    ...taken,
    amount: confiscable(taken.kind, case_),
  }));
  const pairs = factNumbers(asked(rule, closed ? null : allowed), facts, examined.found, rule);
  const fine = placed.suggestion ?? placed.band?.max ?? null;
  const told = afterNotice(case_, fine, penalties, pairs, answers.numbers);
  const undecided = distinct([
    law.undecided,
    taken.undecided,
    examined.undecided,
    framed.undecided,
    allowed.undecided,
    placed.undecided,
    // Under 减轻 a person sets the amount: no factor can matter.
    range && framed.tier !== 'mitigate' ? answers.undecided : NONE,
    told.undecided,
  ]);

  const crimes = criminalSuspicion(statute);
  const hearings = hearing(
    case_.party.kind,
    proposed(placed, allowed),
    penalties,
    confiscations,
    options.hearing,
  );
  const flags = [...crimes, ...law.flags, ...hearings, ...told.flags];
  if (waived) flags.push(...stillTaken(examined.found, framed.steps));
  else {
    const day = undecided.length === 0 && dates === 'checked' ? case_.decisionDate : null;
    duties(flags, statute, day, fine, penalties, confiscations, hearings);
  }

  const steps: TraceStep[] = [];
  add(steps, law.steps);
  for (const flag of crimes) steps.push({ step: 'flag', flag });
  steps.push({ step: 'facts', facts: readFacts(taken, statute) });
  add(steps, examined.steps);
  // Without examined grounds there is nothing to say about the frame either.
  if (examined.steps.length > 0) add(steps, framed.steps);
  add(steps, allowed.steps);
  if (!closed) add(steps, answers.steps);
  add(steps, placed.steps);
  if (penalties.length > 0) steps.push({ step: 'penalties', penalties });
  if (confiscations.length > 0) steps.push({ step: 'confiscations', penalties: confiscations });
  if (measures.length > 0) steps.push({ step: 'measures', measures });
  add(steps, personally.steps);
  for (const reason of undecided) steps.push({ step: 'undecided', undecided: reason });
  for (const flag of flags.slice(crimes.length)) steps.push({ step: 'flag', flag });

  return {
    format: 'chidu-assessment/1',
    outcome: undecided.length > 0 ? 'undecided' : waived ? 'waived' : range ? 'fine' : 'no-fine',
    undecided,
    statuteTiers: allowed.tiers?.map(({ number }) => number) ?? NONE,
    range,
    fineMode,
    points: answers.points,
    tier: placed.tier,
    band: placed.band,
    bands: range ? bandsOn(range, rule) : NONE,
    suggestion: placed.suggestion,
    penalties,
    confiscations,
    measures,
    persons: personally.persons,
    flags,
    facts: pairs,
    factors: answers.numbers,
    sample: rule.pack.sample,
    trace: { format: 'chidu-trace/1', steps },
  };
}

function add(steps: TraceStep[], more: readonly TraceStep[]): void {
  for (const step of more) steps.push(step);
}

/** The least and the most that the fine can still be; both the suggestion where there is one. */
function proposed({ suggestion, band }: Place, { range, fineMode }: Lawful): Range | null {
  if (suggestion !== null) return { min: suggestion, max: suggestion };
  const open = band ?? range;
  return open && { min: fineMode === 'shall' ? open.min : 0, max: open.max };
}

const NONE: readonly never[] = [];
const NOTHING: Lawful = {
  tiers: null,
  range: null,
  fineMode: null,
  penalties: NONE,
  confiscations: NONE,
  measures: [],
  undecided: NONE,
  steps: NONE,
};

/** What the case says is there to take. Refunded gains count but are not taken (order 118, 11). */
function confiscable(kind: PenaltyResult['kind'], { facts, refunded }: Case): number | null {
  const { illegalGains, goodsValue } = facts;
  if (kind === 'confiscate-goods') return typeof goodsValue === 'number' ? goodsValue : null;
  if (kind !== 'confiscate-illegal-gains' || typeof illegalGains !== 'number') return null;
  if (illegalGains === 0) return 0;
  return refunded === undefined ? null : Math.max(illegalGains - refunded, 0);
}

function bandsOn(range: Range, { benchmark }: Rule): Assessment['bands'] {
  const bands: { tier: Tier; range: Range }[] = [];
  for (const { tier, band } of bandsOf(benchmark.method))
    if (tier !== 'waive' && tier !== 'mitigate')
      bands.push({ tier, range: bandOf(range, band.bp) });
  return bands;
}

/** Facts by which the party's tier, a ground or a row of a table is chosen. */
const asks = once((rule: Rule): { grounds: ReadonlySet<string>; all: ReadonlySet<string> } => {
  const grounds = new Set<string>();
  for (const { when } of rule.grounds) if (when) named([when], grounds);
  const all = new Set(grounds);
  for (const { when, subject } of sides(rule.statute).party) {
    named(when, all);
    if (subject?.role === 'party' && subject.values) all.add('subject');
  }
  const { method } = rule.benchmark;
  if (method.kind === 'band-table') for (const { when } of method.rows) named(when, all);
  return { grounds, all };
});

/** Every fact that this result hangs on: a replay needs these and no others. Null: the grounds alone decided. */
function asked(rule: Rule, allowed: Lawful | null): ReadonlySet<string> {
  if (!allowed) return asks(rule).grounds;
  let { all } = asks(rule);
  for (const { fine } of allowed.tiers ?? [])
    if (fine?.basis === 'multiple' && !all.has(fine.of)) all = new Set([...all, fine.of]);
  return all;
}

/** One reason per place: a fact that several tiers ask for is asked for once. */
function distinct(found: readonly (readonly Undecided[])[]): readonly Undecided[] {
  let byPlace: Map<string, Undecided> | undefined;
  for (const reasons of found)
    for (const reason of reasons) {
      byPlace ??= new Map();
      if (!byPlace.has(reason.at)) byPlace.set(reason.at, reason);
    }
  return byPlace ? [...byPlace.values()] : NONE;
}
