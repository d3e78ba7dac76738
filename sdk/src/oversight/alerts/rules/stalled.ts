import { countPeriod } from '../../../deadlines/index.ts';
import { addDays, daysBetween } from '../../../text/index.ts';
import type { CaseHistory, Happened } from '../../events/case-history.ts';
import { raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';
import { timelineOf } from '../timeline.ts';

/** 压案不办: an open case of which nothing has been entered for long, though no clock stands still. */
export const stalled = caseRule(
  {
    id: 'stalled',
    label: { zh: '案件停滞', en: 'A case stands still' },
    cite: [{ law: '行政执法监督条例', article: 11, paragraph: 2 }],
  },
  (history, { today, thresholds, stopsOf, calendar }) => {
    const { idle } = thresholds.rules.stalled.values;
    const { events, stops } = timelineOf(history);
    const last = lastEntry(history);
    if (!last || !events.filed || isOver(history) || remedyRuns(history)) return [];
    const due = countPeriod(
      { unit: 'calendar-day', length: idle, rolls: false },
      last.day,
      [...stops, ...stopsOf(history)],
      calendar,
    );
    if (due.state !== 'day' || today <= due.day) return [];
    const days = idle + daysBetween(due.day, today);
    return [
      raise(
        'stalled',
        history,
        {
          about: 'idle',
          on: addDays(due.day, 1),
          measure: days,
          due: { day: due.day, days: -daysBetween(due.day, today) },
          evidence: [events.filed, last],
          quantities: [
            quantity('最近一次记录', 'last entry', last.day, 'date'),
            quantity('停滞日数', 'days since, without stopped days', days, 'calendar-day'),
            quantity('阈值', 'threshold', idle, 'calendar-day'),
          ],
          cite: [{ law: '行政执法监督条例', article: 11, paragraph: 2 }],
          question: {
            zh: `自${last.day}以来没有新的办案记录，案件未结。目前办理到哪一步？`,
            en: `Nothing has been entered since ${last.day}, and the case is open. How far is it?`,
          },
        },
        thresholds,
      ),
    ];
  },
);

function lastEntry({ stages, codes, objections, remedies }: CaseHistory): Happened | null {
  const all: Happened[] = [
    ...stages,
    ...codes.flatMap((code) => [
      code,
      ...(code.ended ? [code.ended] : []),
      ...(code.decided ? [code.decided] : []),
    ]),
    ...objections.flatMap((objection) => [objection, ...objection.steps]),
    ...remedies,
  ];
  return all.reduce<Happened | null>((a, b) => (a === null || b.at > a.at ? b : a), null);
}

const isOver = ({ stages }: CaseHistory) => stages.some(({ stage }) => stage === 'closed');

/** A reconsideration or suit that was opened and has not ended. */
function remedyRuns({ remedies }: CaseHistory): boolean {
  const open = (kind: string) =>
    remedies.filter((one) => one.kind === kind).at(-1)?.state === 'pending';
  return open('reconsideration') || open('suit');
}
