import type { Method, Rule } from '../rules/index.ts';
import { afterNotice } from './after-notice.ts';
import type { Assessment, Flag, PenaltyResult, Range, Undecided } from './assessment.ts';
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
  const confiscations = allowed.confiscations.map((one) => ({
    ...one,
    amount: confiscable(one.kind, case_),
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
  const flags = [...law.flags];
  const most = proposed(placed, allowed);
  hearing(flags, case_.party.kind, most, penalties, confiscations, options.hearing);
  for (const flag of told.flags) flags.push(flag);
  if (waived) flags.push(...stillTaken(examined.found, framed.steps));
  else {
    const day = undecided.length === 0 && dates === 'checked' ? case_.decisionDate : null;
    duties(flags, statute, day, fine, penalties, confiscations);
  }

  const end: TraceStep[] = [];
  if (penalties.length > 0) end.push({ step: 'penalties', penalties });
  if (confiscations.length > 0) end.push({ step: 'confiscations', penalties: confiscations });
  if (measures.length > 0) end.push({ step: 'measures', measures });
  for (const step of personally.steps) end.push(step);
  for (const reason of undecided) end.push({ step: 'undecided', undecided: reason });
  const steps = joined([
    law.steps,
    said(crimes),
    [{ step: 'facts', facts: readFacts(taken, statute) }],
    examined.steps,
    // Without examined grounds there is nothing to say about the frame either.
    examined.steps.length > 0 ? framed.steps : NONE,
    allowed.steps,
    closed ? NONE : answers.steps,
    placed.steps,
    end,
    said(flags),
  ]);

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
    bands: range
      ? drawn(benchmark.method).map(({ tier, band }) => ({ tier, range: bandOf(range, band.bp) }))
      : NONE,
    suggestion: placed.suggestion,
    penalties,
    confiscations,
    measures,
    persons: personally.persons,
    flags: crimes.length > 0 ? [...crimes, ...flags] : flags,
    facts: pairs,
    factors: answers.numbers,
    sample: rule.pack.sample,
    trace: { format: 'chidu-trace/1', steps },
  };
}

const said = (flags: readonly Flag[]) => flags.map((flag) => ({ step: 'flag', flag }) as const);

/** As long as it will be from the start: a list that grows is copied as it does. */
function joined(parts: readonly (readonly TraceStep[])[]): TraceStep[] {
  let length = 0;
  for (const part of parts) length += part.length;
  const steps = new Array<TraceStep>(length);
  let at = 0;
  for (const part of parts)
    for (const step of part) {
      steps[at] = step;
      at += 1;
    }
  return steps;
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

const drawn = once((method: Method) =>
  bandsOf(method).filter(({ tier }) => tier !== 'waive' && tier !== 'mitigate'),
);

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
