import type { Rule } from '../rules/index.ts';
import { afterNotice } from './after-notice.ts';
import type { Assessment, PenaltyResult, Range, Undecided } from './assessment.ts';
import { bandOf } from './band.ts';
import type { Case } from './case.ts';
import { criminalSuspicion, duties } from './duties.ts';
import { chosen } from './factors.ts';
import { readFacts, takeFacts } from './facts.ts';
import { frame } from './frame.ts';
import { examine } from './grounds.ts';
import { type HearingThresholds, hearing } from './hearing.ts';
import { applicability } from './in-force.ts';
import { place } from './inside.ts';
import { type Lawful, lawful, personal } from './lawful.ts';
import { bandsOf } from './methods/index.ts';
import { factNumbers } from './numbers.ts';
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
  const steps: TraceStep[] = [
    ...law.steps,
    { step: 'facts', facts: readFacts(taken, statute) },
    examined.step,
    ...framed.steps,
  ];
  const undecided = [
    ...law.undecided,
    ...taken.undecided,
    ...examined.undecided,
    ...framed.undecided,
  ];

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
  steps.push(...allowed.steps, ...(closed ? [] : answers.steps), ...placed.steps);
  undecided.push(...allowed.undecided, ...placed.undecided);
  // Under 减轻 a person sets the amount: no factor can matter.
  if (range && framed.tier !== 'mitigate') undecided.push(...answers.undecided);

  const penalties = allowed.penalties.filter(({ kind }) => kind !== 'fine' && !confiscates(kind));
  const confiscations = allowed.penalties
    .filter(({ kind }) => confiscates(kind))
    .map((penalty) => ({ ...penalty, amount: confiscable(penalty.kind, case_) }));
  const measures = allowed.tiers?.flatMap((tier) => tier.measures) ?? [];
  if (penalties.length > 0) steps.push({ step: 'penalties', penalties });
  if (confiscations.length > 0) steps.push({ step: 'confiscations', penalties: confiscations });
  if (measures.length > 0) steps.push({ step: 'measures', measures });
  steps.push(...personally.steps);

  const pairs = factNumbers(
    dependsOn(closed ? [] : party, allowed, rule),
    facts,
    examined.found,
    rule,
  );
  const fine = placed.suggestion ?? placed.band?.max ?? null;
  const hearings = hearing(case_.party.kind, fine, penalties, confiscations, options.hearing);
  const told = afterNotice(case_, fine, penalties, pairs, answers.numbers);
  undecided.push(...told.undecided);
  const day = dates === 'checked' ? case_.decisionDate : null;
  const flags = [
    ...criminalSuspicion(statute),
    ...law.flags,
    ...hearings,
    ...(waived ? [] : duties(statute, day, fine, penalties, hearings)),
    ...told.flags,
  ];
  const reasons = distinct(undecided);
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
    flags,
    facts: pairs,
    factors: answers.numbers,
    sample: rule.pack.sample,
    trace: { format: 'chidu-trace/1', steps },
  };
}

const NOTHING: Lawful = {
  tiers: null,
  range: null,
  fineMode: null,
  penalties: [],
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

const confiscates = (kind: PenaltyResult['kind']) => kind.startsWith('confiscate-');

function bandsOn(range: Range, { benchmark }: Rule): Assessment['bands'] {
  return bandsOf(benchmark.method)
    .filter(({ tier }) => tier !== 'waive' && tier !== 'mitigate')
    .map(({ tier, band }) => ({ tier, range: bandOf(range, band.bp) }));
}

/** Every fact on which the choice of tier, the range or a ground hangs: a replay needs these and no others. */
function dependsOn(party: Rule['statute']['tiers'], allowed: Lawful, rule: Rule): Set<string> {
  const ids = new Set<string>();
  for (const tier of party) {
    named(tier.when, ids);
    if (tier.subject?.role === 'party' && tier.subject.values) ids.add('subject');
  }
  for (const tier of allowed.tiers ?? [])
    if (tier.fine?.basis === 'multiple') ids.add(tier.fine.of);
  for (const ground of rule.grounds) if (ground.when) named([ground.when], ids);
  const { method } = rule.benchmark;
  if (party.length > 0 && method.kind === 'band-table')
    for (const row of method.rows) named(row.when, ids);
  return ids;
}

/** One reason per place: a fact that several tiers ask for is asked for once. */
function distinct(undecided: readonly Undecided[]): Undecided[] {
  const byPlace = new Map<string, Undecided>();
  for (const reason of undecided) if (!byPlace.has(reason.at)) byPlace.set(reason.at, reason);
  return [...byPlace.values()];
}
