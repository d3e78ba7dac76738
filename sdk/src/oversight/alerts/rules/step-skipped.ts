import { ORDER_OF_STEPS } from '../../../deadlines/index.ts';
import { STAGES } from '../../stages.ts';
import { raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';
import { usuallyShown } from '../shown.ts';
import { STAGE_LABELS } from '../stage-labels.ts';
import { EVENT_OF_STAGE, timelineOf } from '../timeline.ts';

/** Without these a decision may not be made (行政处罚法 58, 62). */
const ESSENTIAL = new Set<string>(['review', 'noticed']);

/**
 * 漏环节: a later stage is there and this one is not, in a case system that shows this stage in nearly every case. What is
 * absent from all cases is not skipped, it is not shown. 执行 is not asked for: not every decision leaves something to carry out.
 */
export const stepSkipped = caseRule(
  {
    id: 'step-skipped',
    label: { zh: '办案环节缺失', en: 'A step is missing' },
    cite: ORDER_OF_STEPS.flatMap(({ cite }) => cite),
  },
  (history, { shown, thresholds }) => {
    const { events, procedure } = timelineOf(history);
    if (procedure === 'summary') return [];
    const noticeCode = history.codes.some(({ issued }) => (issued?.documentKind ?? 9) <= 2);
    return STAGES.flatMap((stage, index) => {
      const event = EVENT_OF_STAGE[stage];
      if (!event || events[event] || stage === 'executed') return [];
      if (stage === 'noticed' && noticeCode) return [];
      const later = STAGES.slice(index + 1).find((one) => events[EVENT_OF_STAGE[one] ?? 'closed']);
      const after = later && events[EVENT_OF_STAGE[later] ?? 'closed'];
      const counts = usuallyShown(
        shown,
        history.authority,
        stage,
        thresholds.rules['step-skipped'].values,
      );
      if (!after || !counts) return [];
      const [own, next] = [STAGE_LABELS[stage], STAGE_LABELS[later]];
      const cite = ORDER_OF_STEPS.find((one) => one.event === event)?.cite ?? [];
      return [
        raise(
          'step-skipped',
          history,
          {
            about: stage,
            on: after.day,
            measure: ESSENTIAL.has(stage) ? 2 : 1,
            evidence: [after],
            quantities: [
              quantity(`${next?.zh}日期`, `day of ${next?.en}`, after.on, 'date'),
              quantity(
                '本机关到达此后环节的案件',
                'cases of this authority that got past it',
                counts.past,
                'count',
              ),
              quantity('其中有该环节的', 'of these with the step', counts.shown, 'count'),
            ],
            cite,
            question: {
              zh: `案件已于${after.on}${next?.zh}，未见“${own?.zh}”。该环节是否办理，记录在哪里？`,
              en: `${next?.en} on ${after.on}, but no ${own?.en} is to be seen. Was the step taken, and where is its record?`,
            },
          },
          thresholds,
        ),
      ];
    });
  },
);
