import type { Rule } from '../rules/index.ts';
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
import { type Place, place } from './inside.ts';
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
  const undecided = law.undecided.concat(taken.undecided, examined.undecided, framed.undecided);

  const waived = framed.tier === 'waive';
  const closed = waived || statute.punishedAs !== undefined;
  const { party, others } = sides(statute);
  const allowed: Lawful = closed ? NOTHING : lawful(party, facts, statute);
  const { range, fineMode } = allowed;
  const answers = chosen(case_, rule);
  const placed = closed
    ? { tier: framed.tier, band: null, suggestion: null, undecided: [], steps: [] }
    : place(range, framed.tier, answers.options, benchmark, facts);
  const personally = closed ? { persons: [], steps: [] } : personal(others, facts, statute);
  const steps: TraceStep[] = law.steps;
  const crimes = criminalSuspicion(statute);
  for (const flag of crimes) steps.push({ step: 'flag', flag });
  steps.push({ step: 'facts', facts: readFacts(taken, statute) });
  for (const step of examined.steps) steps.push(step);
  // Without examined grounds there is nothing to say about the frame either.
  if (examined.steps.length > 0) for (const step of framed.steps) steps.push(step);
  for (const step of allowed.steps) steps.push(step);
  if (!closed) for (const step of answers.steps) steps.push(step);
  for (const step of placed.steps) steps.push(step);
  for (const reason of allowed.undecided) undecided.push(reason);
  for (const reason of placed.undecided) undecided.push(reason);
  // Under 减轻 a person sets the amount: no factor can matter.
  if (range && framed.tier !== 'mitigate') undecided.push(...answers.undecided);

  const { refunded } = case_;
  if (refunded !== undefined && !(Number.isSafeInteger(refunded) && refunded >= 0))
    undecided.push({ reason: 'fact-invalid', at: 'refunded', fields: { value: refunded } });

  const { penalties, measures } = allowed;
  const confiscations = allowed.confiscations.map(({ kind, mode, label, cite }) => ({
    kind,
    mode,
    label,
    cite,
    amount: confiscable(kind, case_),
  }));
  if (penalties.length > 0) steps.push({ step: 'penalties', penalties });
  if (confiscations.length > 0) steps.push({ step: 'confiscations', penalties: confiscations });
  if (measures.length > 0) steps.push({ step: 'measures', measures });
  if (personally.steps.length > 0) steps.push(...personally.steps);

  const pairs = factNumbers(asked(rule, closed ? null : allowed), facts, examined.found, rule);
  const fine = placed.suggestion ?? placed.band?.max ?? null;
  const told = afterNotice(case_, fine, penalties, pairs, answers.numbers);
  undecided.push(...told.undecided);
  const reasons = distinct(undecided);
  const hearings = hearing(
    case_.party.kind,
    proposed(placed, allowed),
    penalties,
    confiscations,
    options.hearing,
  );
  const flags = law.flags.concat(hearings, told.flags);
  if (waived) flags.push(...stillTaken(examined.found, framed.steps));
  else {
    const day = reasons.length === 0 && dates === 'checked' ? case_.decisionDate : null;
    for (const duty of duties(statute, day, fine, penalties, confiscations, hearings))
      flags.push(duty);
  }
  for (const reason of reasons) steps.push({ step: 'undecided', undecided: reason });
  for (const flag of flags) steps.push({ step: 'flag', flag });

  return {
    format: 'chidu-assessment/1',
    outcome: reasons.length > 0 ? 'undecided' : waived ? 'waived' : range ? 'fine' : 'no-fine',
    undecided: reasons,
    statuteTiers: allowed.tiers?.map((tier) => tier.number) ?? [],
    range,
    fineMode,
    points: answers.points,
    tier: placed.tier,
    band: placed.band,
    bands: range ? bandsOn(range, rule) : [],
    suggestion: placed.suggestion,
    penalties,
    confiscations,
    measures,
    persons: personally.persons,
    flags: crimes.concat(flags),
    facts: pairs,
    factors: answers.numbers,
    sample: rule.pack.sample,
    trace: { format: 'chidu-trace/1', steps },
  };
}

/** The least and the most that the fine can still be; both the suggestion where there is one. */
function proposed({ suggestion, band }: Place, { range, fineMode }: Lawful): Range | null {
  if (suggestion !== null) return { min: suggestion, max: suggestion };
  const open = band ?? range;
  return open && { min: fineMode === 'shall' ? open.min : 0, max: open.max };
}

const NOTHING: Lawful = {
  tiers: null,
  range: null,
  fineMode: null,
  penalties: [],
  confiscations: [],
  measures: [],
  undecided: [],
  steps: [],
};

/** What the case says is there to take. Refunded gains count but are not taken (order 118, 11). */
function confiscable(kind: PenaltyResult['kind'], { facts, refunded }: Case): number | null {
  const { illegalGains, goodsValue } = facts;
  if (kind === 'confiscate-goods') return typeof goodsValue === 'number' ? goodsValue : null;
  if (kind !== 'confiscate-illegal-gains' || typeof illegalGains !== 'number') return null;
  if (illegalGains === 0) return 0;
  return refunded === undefined ? null : Math.max(illegalGains - refunded, 0);
}

const drawn = once((method: Rule['benchmark']['method']) =>
  bandsOf(method).filter(({ tier }) => tier !== 'waive' && tier !== 'mitigate'),
);

function bandsOn(range: Range, { benchmark }: Rule): Assessment['bands'] {
  return drawn(benchmark.method).map(({ tier, band }) => ({ tier, range: bandOf(range, band.bp) }));
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
function distinct(undecided: readonly Undecided[]): Undecided[] {
  if (undecided.length < 2) return [...undecided];
  const byPlace = new Map<string, Undecided>();
  for (const reason of undecided) if (!byPlace.has(reason.at)) byPlace.set(reason.at, reason);
  return [...byPlace.values()];
}
