import { daysBetween } from '../../../text/index.ts';
import { raise } from '../alert.ts';
import { penalties, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/**
 * 改文书: a paper that carries a code is another one than when the code was issued, or is gone. Where the code was replaced or
 * withdrawn about the same time, the change is what it was replaced for.
 */
export const noticeAltered = caseRule(
  {
    id: 'notice-altered',
    label: { zh: '已签发监督码的文书被改动', en: 'A paper was changed after its code was issued' },
    cite: [penalties(44), penalties(47)],
  },
  (history, { thresholds, today }) =>
    history.codes.flatMap((code) => {
      const changes = history.changes.filter(({ codeId }) => codeId === code.codeId);
      const { replacedWithin } = thresholds.rules['notice-altered'].values;
      const { ended } = code;
      const open = changes.filter(
        ({ at, day }) =>
          at > code.at && !(ended && Math.abs(daysBetween(day, ended.day)) <= replacedWithin),
      );
      const [first] = open;
      if (!first) return [];
      const gone = open.some((change) => change.gone);
      return [
        raise(
          'notice-altered',
          history,
          {
            about: code.codeId,
            on: first.day,
            measure: 1,
            codeId: code.codeId,
            evidence: [code, ...open],
            quantities: [
              quantity('签发日', 'issued', code.day, 'date'),
              quantity('首次发现改动', 'change first noticed', first.day, 'date'),
              quantity('改动次数', 'changes', open.length, 'count'),
              quantity('至今日数', 'days since', daysBetween(first.day, today), 'calendar-day'),
            ],
            cite: [penalties(44), penalties(47)],
            question: {
              zh: `文书${first.part}在签发监督码后被${gone ? '删除' : '改动'}（${first.day}发现）。改了什么，是否重新告知并换发监督码？`,
              en: `${first.part} was ${gone ? 'removed' : 'changed'} after its code was issued (noticed ${first.day}). What was changed, and was the party told again under a new code?`,
            },
          },
          thresholds,
        ),
      ];
    }),
);
