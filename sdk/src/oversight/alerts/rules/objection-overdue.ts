import { raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/** States in which nothing more is due. */
const ENDED = new Set(['answered', 'closed', 'withdrawn', 'steered', 'ended', 'not-repeated']);

/** 异议逾期: the service told the next in line that a period of an objection ran out. */
export const objectionOverdue = caseRule(
  {
    id: 'objection-overdue',
    label: { zh: '异议逾期未处理', en: 'An objection waits beyond its time' },
    cite: [],
  },
  (history, { thresholds }) =>
    history.objections.flatMap((objection) => {
      const last = objection.escalations.at(-1);
      const answered = objection.result !== null || ENDED.has(objection.state);
      const [first] = objection.escalations;
      if (!last || !first || answered) return [];
      const count = objection.escalations.length;
      return [
        raise(
          'objection-overdue',
          history,
          {
            about: `objection ${objection.place.year}/${objection.place.index}`,
            on: first.day,
            measure: count,
            codeId: objection.codeId,
            evidence: [objection, ...objection.escalations],
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
