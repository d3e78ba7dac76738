import type { Rule } from '../rules/index.ts';
import { isDay } from '../text/index.ts';
import type { Flag, Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import { once } from './once.ts';
import type { TraceStep } from './trace.ts';

/** May this Rule be used for this case at all: its violation, its dates, its publication (行政处罚法 34, 37). */
export function applicability(
  case_: Case,
  rule: Rule,
  dates: 'checked' | 'bound',
): { undecided: Undecided[]; flags: Flag[]; steps: TraceStep[] } {
  const { statute, benchmark, pack } = rule;
  const undecided: Undecided[] = [];
  const flags: Flag[] = [];
  const checked = dates === 'checked';
  const steps: TraceStep[] = [
    {
      step: 'law',
      name: statute.name,
      from: statute.from,
      to: statute.to,
      actDate: checked ? case_.actDate : null,
      decisionDate: checked ? case_.decisionDate : null,
      doubts: statute.doubts,
      cite: [statute.basis],
    },
    benchmarkStep(rule),
  ];
  if (case_.violation !== statute.violation)
    undecided.push({
      reason: 'rule-of-other-violation',
      at: 'violation',
      fields: { case: case_.violation, rule: statute.violation },
    });
  if (benchmark.violation !== null && benchmark.violation !== statute.violation)
    undecided.push({
      reason: 'benchmark-of-other-violation',
      at: 'benchmark.violation',
      fields: { benchmark: benchmark.violation, rule: statute.violation },
    });
  if (pack.publication === null && !pack.sample)
    undecided.push({ reason: 'benchmark-unpublished', at: 'pack.publication' });
  if (statute.punishedAs)
    undecided.push({
      reason: 'punished-as-other',
      at: 'statute',
      fields: { violations: statute.punishedAs },
    });
  if (checked) {
    const { actDate, decisionDate } = case_;
    for (const at of ['actDate', 'decisionDate'] as const)
      if (!isKnownDay(case_[at]))
        undecided.push({ reason: 'fact-invalid', at, fields: { value: case_[at] } });
    const atAct = inForce(statute, actDate);
    const atDecision = inForce(statute, decisionDate);
    if (decisionDate < actDate)
      undecided.push({
        reason: 'not-in-force',
        at: 'decisionDate',
        fields: { actDate, decisionDate },
      });
    if (!atAct && !atDecision)
      undecided.push({
        reason: 'not-in-force',
        at: 'statute',
        fields: { from: statute.from, to: statute.to, actDate, decisionDate },
      });
    else if (!(atAct && atDecision))
      flags.push({
        id: 'law-changed',
        cite: { law: '行政处罚法', article: 37, version: '2021-01-22修订' },
        fields: { used: atAct ? 'act' : 'decision' },
      });
    if (!inForce(pack, decisionDate) && !inForce(pack, actDate))
      undecided.push({
        reason: 'not-in-force',
        at: 'benchmark',
        fields: { from: pack.from, to: pack.to, actDate, decisionDate },
      });
  }
  return { undecided, flags, steps };
}

/** Cases share their days: each is looked at once, and the memory is dropped before it grows large. */
const days = new Set<string>();
function isKnownDay(day: string): boolean {
  if (days.has(day)) return true;
  if (!isDay(day)) return false;
  if (days.size > 5_000) days.clear();
  days.add(day);
  return true;
}

const benchmarkStep = once(
  ({ benchmark, pack }: Rule): TraceStep => ({
    step: 'benchmark',
    title: benchmark.title,
    place: benchmark.place,
    publisher: pack.publisher,
    publication: pack.publication,
    sample: pack.sample,
  }),
);

/** Half-open: in force on `from`, no longer on `to`. */
export function inForce(period: { from: string; to: string | null }, day: string): boolean {
  return period.from <= day && (period.to === null || day < period.to);
}
