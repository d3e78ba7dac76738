import { countPeriod } from '../../../deadlines/index.ts';
import { addDays, daysBetween } from '../../../text/index.ts';
import { raise } from '../alert.ts';
import { procedure, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/** A code that was withdrawn, after which the case has neither a new code, nor a decision, nor an end. */
export const codeDropped = caseRule(
  {
    id: 'code-dropped',
    label: { zh: '撤回监督码后无下文', en: 'A code was withdrawn and nothing followed' },
    cite: [procedure(64)],
  },
  (history, { today, thresholds, calendar }) =>
    history.codes.flatMap((code) => {
      const { ended } = code;
      if (ended?.how !== 'withdrawn') return [];
      const followed =
        history.codes.some(
          (other) => other !== code && (other.at >= ended.at || other.ended === null),
        ) ||
        history.codes.some(({ decided }) => decided !== null) ||
        history.stages.some((one) => one.at > ended.at);
      if (followed) return [];
      const { workingDays } = thresholds.rules['code-dropped'].values;
      const due = countPeriod(
        { unit: 'working-day', length: workingDays, rolls: true },
        ended.day,
        [],
        calendar,
      );
      if (due.state !== 'day' || today <= due.day) return [];
      const days = daysBetween(due.day, today);
      return [
        raise(
          'code-dropped',
          history,
          {
            about: code.codeId,
            on: addDays(due.day, 1),
            measure: days,
            codeId: code.codeId,
            due: { day: due.day, days: -days },
            evidence: [code, ended],
            quantities: [
              quantity('签发日', 'issued', code.day, 'date'),
              quantity('撤回日', 'withdrawn', ended.day, 'date'),
              quantity('等待的工作日', 'working days waited', workingDays, 'working-day'),
            ],
            cite: [procedure(64)],
            question: {
              zh: `监督码于${ended.day}撤回，此后未见新的告知、决定或者结案。案件如何处理？`,
              en: `The code was withdrawn on ${ended.day}, and neither a new notice nor a decision nor an end followed. What became of the case?`,
            },
          },
          thresholds,
        ),
      ];
    }),
);
