import { raise } from '../alert.ts';
import { penalties, procedure, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';
import { usuallyShown } from '../shown.ts';
import { timelineOf } from '../timeline.ts';

/**
 * 应当集体讨论而未见记录: a hearing was held, the case is decided, and the discussion that 程序规定 60(2) asks for is not to be
 * seen, in a case system that shows it for nearly every such case.
 */
export const collegialRecordMissing = caseRule(
  {
    id: 'collegial-record-missing',
    label: { zh: '重大案件未见集体讨论记录', en: 'A major case without a collective discussion' },
    cite: [penalties(57, 2), procedure(60, 2)],
  },
  (history, { thresholds, shown }) => {
    const heard = history.stages.find(({ stage }) => stage === 'hearing-held');
    const decided = timelineOf(history).events['decision-made'];
    const discussed = history.stages.some(({ stage }) => stage === 'discussed');
    const { values } = thresholds.rules['collegial-record-missing'];
    const counts = usuallyShown(shown, history.authority, 'discussed', values);
    if (!heard || !decided || discussed || !counts) return [];
    return [
      raise(
        'collegial-record-missing',
        history,
        {
          about: 'discussed',
          on: decided.day,
          measure: 1,
          evidence: [heard, decided],
          quantities: [
            quantity('听证日', 'hearing', heard.on, 'date'),
            quantity('决定日', 'decision', decided.on, 'date'),
            quantity(
              '本机关听证后决定的案件',
              'cases of this authority decided after a hearing',
              counts.past,
              'count',
            ),
            quantity('其中有集体讨论记录的', 'of these with a discussion', counts.shown, 'count'),
          ],
          cite: [penalties(57, 2), procedure(60, 2)],
          question: {
            zh: `案件经过听证并于${decided.on}作出决定，未见负责人集体讨论记录。是否讨论，记录在哪里？`,
            en: `A hearing was held and the case decided on ${decided.on}; no collective discussion is to be seen. Was it held, and where is its record?`,
          },
        },
        thresholds,
      ),
    ];
  },
);
