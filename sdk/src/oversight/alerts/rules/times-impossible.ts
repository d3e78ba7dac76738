import { ORDER_OF_STEPS, orderOf } from '../../../deadlines/index.ts';
import { daysBetween } from '../../../text/index.ts';
import type { CaseHistory } from '../../events/case-history.ts';
import { type Alert, type Notice, raise } from '../alert.ts';
import { procedure, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';
import { STAGE_LABELS } from '../stage-labels.ts';
import { type Dated, EVENT_OF_STAGE, timelineOf } from '../timeline.ts';

/** 时间矛盾: days that cannot all be true: steps in the wrong order, a step entered before it happened, a decision before its notice. */
export const timesImpossible = caseRule(
  {
    id: 'times-impossible',
    label: { zh: '办案时间互相矛盾', en: 'Days that cannot all be true' },
    cite: ORDER_OF_STEPS.flatMap(({ cite }) => cite),
  },
  (history, { thresholds }) => {
    const found: Notice[] = [
      ...reversed(history),
      ...ahead(history),
      ...decidedBeforeNotice(history),
    ];
    return found.map((notice): Alert => raise('times-impossible', history, notice, thresholds));
  },
);

/** A step and the nearest seen one above it. */
function reversed(history: CaseHistory): Notice[] {
  const { events } = timelineOf(history);
  const seen = ORDER_OF_STEPS.flatMap(({ event, cite }) => {
    const at = events[event];
    const label =
      STAGE_LABELS[Object.keys(EVENT_OF_STAGE).find((one) => EVENT_OF_STAGE[one] === event) ?? ''];
    return at && label ? [{ event, cite, at, label }] : [];
  });
  return seen.flatMap((step, i) => {
    const before = seen[i - 1];
    if (!before || orderOf(before.at.on, step.at.on) !== 'reversed') return [];
    return [
      {
        about: `${before.event} ${step.event}`,
        on: latest(before.at, step.at),
        measure: daysBetween(step.at.on, before.at.on),
        evidence: [before.at, step.at],
        quantities: [
          quantity(`${before.label.zh}日期`, `day of ${before.label.en}`, before.at.on, 'date'),
          quantity(`${step.label.zh}日期`, `day of ${step.label.en}`, step.at.on, 'date'),
        ],
        cite: step.cite,
        question: {
          zh: `${step.label.zh}（${step.at.on}）早于${before.label.zh}（${before.at.on}）。哪个日期有误？`,
          en: `${step.label.en} (${step.at.on}) lies before ${before.label.en} (${before.at.on}). Which day is wrong?`,
        },
      },
    ];
  });
}

/** Entered on a day before it is said to have happened. */
function ahead(history: CaseHistory): Notice[] {
  const stages = history.stages.map((one) => ({
    about: one.stage,
    label: STAGE_LABELS[one.stage],
    at: one as Dated,
  }));
  const decisions = history.codes.flatMap(({ codeId, decided }) =>
    decided?.data
      ? [
          {
            about: `decided ${codeId}`,
            label: STAGE_LABELS.decided,
            at: { ...decided, on: decided.data.decided },
          },
        ]
      : [],
  );
  return [...stages, ...decisions].flatMap(({ about, label, at }) => {
    if (at.on <= at.day || !label) return [];
    return [
      {
        about: `ahead ${about}`,
        on: at.day,
        measure: daysBetween(at.day, at.on),
        evidence: [at],
        quantities: [
          quantity('记录日', 'entered on', at.day, 'date'),
          quantity(`${label.zh}日期`, `day of ${label.en}`, at.on, 'date'),
        ],
        cite: [],
        question: {
          zh: `${at.day}的记录写明${label.zh}日期为${at.on}，当时尚未到来。该日期从何而来？`,
          en: `The entry of ${at.day} gives ${at.on} for ${label.en}, a day that had not come. Where does it come from?`,
        },
      },
    ];
  });
}

/** Decided on a notice that had not been issued. */
function decidedBeforeNotice({ codes }: CaseHistory): Notice[] {
  return codes.flatMap((code) => {
    const { issued, decided } = code;
    const on = decided?.data?.decided;
    if (!decided || !on || (issued?.documentKind ?? 9) > 2 || on >= code.day) return [];
    return [
      {
        about: `decided-before-notice ${code.codeId}`,
        on: decided.day,
        measure: daysBetween(on, code.day),
        codeId: code.codeId,
        evidence: [code, decided],
        quantities: [
          quantity('告知书签发日', 'notice issued', code.day, 'date'),
          quantity('决定日期', 'day of decision', on, 'date'),
        ],
        cite: [procedure(57)],
        question: {
          zh: `决定日期${on}早于告知书签发日${code.day}。是否先决定后告知？`,
          en: `The decision of ${on} lies before the notice of ${code.day}. Was it decided before the party was told?`,
        },
      },
    ];
  });
}

const latest = (a: Dated, b: Dated) => (a.day > b.day ? a.day : b.day);
