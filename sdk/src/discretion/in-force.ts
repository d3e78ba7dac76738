import type { Rule } from '../rules/index.ts';
import { isDay } from '../text/index.ts';
import type { Flag, Undecided } from './assessment.ts';
import type { Case } from './case.ts';
import type { TraceStep } from './trace.ts';

export interface Applicability {
  readonly undecided: readonly Undecided[];
  readonly flags: readonly Flag[];
  readonly steps: readonly TraceStep[];
}

/** What the answer hangs on beside the Rule. `bound`: a replay, whose law the signed Rule has settled. */
interface Asked extends Pick<Case, 'violation' | 'actDate' | 'decisionDate'> {
  readonly dates: 'checked' | 'bound';
}

/** Cases that follow each other mostly share their days: the last answer under each Rule is kept. */
const kept = new WeakMap<Rule, Asked & { readonly answer: Applicability }>();

/** May this Rule be used for this case at all: its violation, its dates, its publication (行政处罚法 34, 37). */
export function applicability(
  { violation, actDate, decisionDate }: Case,
  rule: Rule,
  dates: Asked['dates'],
): Applicability {
  const last = kept.get(rule);
  if (
    last &&
    last.decisionDate === decisionDate &&
    last.actDate === actDate &&
    last.violation === violation &&
    last.dates === dates
  )
    return last.answer;
  const asked = { violation, actDate, decisionDate, dates };
  const answer = judge(asked, rule);
  kept.set(rule, { ...asked, answer });
  return answer;
}

function judge(asked: Asked, rule: Rule): Applicability {
  const { statute, benchmark, pack } = rule;
  const undecided: Undecided[] = [];
  const flags: Flag[] = [];
  const { actDate, decisionDate, violation } = asked;
  const checked = asked.dates === 'checked';
  const steps: TraceStep[] = [
    {
      step: 'law',
      name: statute.name,
      from: statute.from,
      to: statute.to,
      actDate: checked ? actDate : null,
      decisionDate: checked ? decisionDate : null,
      doubts: statute.doubts,
      cite: [statute.basis],
    },
    {
      step: 'benchmark',
      title: benchmark.title,
      place: benchmark.place,
      publisher: pack.publisher,
      publication: pack.publication,
      sample: pack.sample,
    },
  ];
  if (violation !== statute.violation)
    undecided.push({
      reason: 'rule-of-other-violation',
      at: 'violation',
      fields: { case: violation, rule: statute.violation },
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
    for (const at of ['actDate', 'decisionDate'] as const)
      if (!isDay(asked[at]))
        undecided.push({ reason: 'fact-invalid', at, fields: { value: asked[at] } });
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

/** Half-open: in force on `from`, no longer on `to`. */
export function inForce(period: { from: string; to: string | null }, day: string): boolean {
  return period.from <= day && (period.to === null || day < period.to);
}
