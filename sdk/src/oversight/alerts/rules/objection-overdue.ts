import { raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/** States in which somebody still has to act (异议流程). */
const OPEN = new Set([
  'received',
  'accepted',
  'routed',
  'accounted',
  'correcting',
  'reported',
  'submitted',
]);

/** 异议逾期: a period of an objection ran out, the next in line was told, and nobody has acted since. */
export const objectionOverdue = caseRule(
  {
    id: 'objection-overdue',
    label: { zh: '异议逾期未处理', en: 'An objection waits beyond its time' },
    cite: [],
  },
  (history, { thresholds }) =>
    history.objections.flatMap((objection) => {
      const last = objection.escalations.at(-1);
      const acted = objection.steps.at(-1)?.at ?? '';
      if (!last || last.at <= acted || !OPEN.has(objection.state)) return [];
      const waiting = objection.escalations.filter(({ at }) => at > acted);
      const [first = last] = waiting;
      const count = waiting.length;
      return [
        raise(
          'objection-overdue',
          history,
          {
            about: `objection ${objection.place.year}/${objection.place.index}`,
            on: first.day,
            measure: count,
            codeId: objection.codeId,
            evidence: [objection, ...waiting],
            quantities: [
              quantity('提出日', 'received', objection.day, 'date'),
              quantity('升级次数', 'times escalated', count, 'count'),
              quantity('最近一次升级', 'last escalated', last.day, 'date'),
            ],
            cite: [],
            question: {
              zh: `${objection.day}提出的异议已因逾期升级${count}次，仍未答复。由谁处理，何时答复？`,
              en: `The objection of ${objection.day} has been escalated ${count} times and is not answered. Who deals with it, and by when?`,
            },
          },
          thresholds,
        ),
      ];
    }),
);
