import { countPeriod, PARTY_PERIODS } from '../../../deadlines/index.ts';
import { raise } from '../alert.ts';
import { penalties, procedure, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';
import { timelineOf } from '../timeline.ts';

const STATEMENT = PARTY_PERIODS.find(({ id }) => id === 'statement');

/**
 * 未满期限即决定: decided while the party could still speak. Counted from the day of the notice, which is never after its service,
 * so what it finds is too short by any count.
 */
export const defenceCutShort = caseRule(
  {
    id: 'defence-cut-short',
    label: { zh: '陈述申辩期限未满即作决定', en: 'Decided before the time for defence was over' },
    cite: [procedure(57, 2), penalties(45), penalties(62)],
  },
  (history, { thresholds, calendar }) => {
    const { events, procedure: kind } = timelineOf(history);
    const decided = events['decision-made'];
    if (!decided || !STATEMENT || kind === 'summary') return [];
    const notice = history.codes.findLast(
      ({ issued, day, at }) =>
        (issued?.documentKind ?? 9) <= 2 && (at < decided.at || day < decided.on),
    );
    const told = notice ? { ...notice, on: notice.day } : events.noticed;
    if (!told || decided.on < told.on) return [];
    const due = countPeriod(STATEMENT, told.on, [], calendar);
    if (due.state !== 'day' || decided.on > due.day) return [];
    return [
      raise(
        'defence-cut-short',
        history,
        {
          about: 'statement',
          on: decided.day,
          measure: 1,
          codeId: notice?.codeId ?? null,
          due: { day: due.day, days: 0 },
          evidence: [told, decided],
          quantities: [
            quantity('告知日', 'notice', told.on, 'date'),
            quantity('期限', 'period', STATEMENT.length, 'working-day'),
            quantity('最后一日', 'last day', due.day, 'date'),
            quantity('决定日', 'decision', decided.on, 'date'),
          ],
          cite: [procedure(57, 2), penalties(45), penalties(62)],
          question: {
            zh: `陈述、申辩期限至${due.day}，${decided.on}即作出决定。当事人是否明确放弃，有无记录？`,
            en: `The party could speak until ${due.day}; the decision is of ${decided.on}. Did the party expressly waive, and is it on record?`,
          },
        },
        thresholds,
      ),
    ];
  },
);
