import type { CodeHistory } from '../../events/case-history.ts';
import { raise } from '../alert.ts';
import { quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

/** For what a case has one live code: its notice, its decision. */
const slotOf = ({ issued }: CodeHistory) =>
  issued === null ? null : issued.documentKind <= 2 ? 'notice' : 'decision';

/** 一案两码: two codes of one case for the same paper, live at the same time. */
export const twoLiveCodes = caseRule(
  {
    id: 'two-live-codes',
    label: { zh: '同一文书有两个有效监督码', en: 'Two live codes for one paper' },
    cite: [],
  },
  (history, { thresholds }) =>
    history.codes.flatMap((code, i) => {
      const slot = slotOf(code);
      // The one entry that ends a code and issues the next is of one moment.
      const other = history.codes
        .slice(0, i)
        .findLast(
          (one) =>
            slot !== null && slotOf(one) === slot && (one.ended === null || one.ended.at > code.at),
        );
      if (!other) return [];
      return [
        raise(
          'two-live-codes',
          history,
          {
            about: `${other.codeId} ${code.codeId}`,
            on: code.day,
            measure: 1,
            codeId: code.codeId,
            evidence: [other, code, ...(other.ended ? [other.ended] : [])],
            quantities: [
              quantity('前一监督码签发日', 'first code issued', other.day, 'date'),
              quantity('后一监督码签发日', 'second code issued', code.day, 'date'),
              quantity('前一监督码失效日', 'first code ended', other.ended?.day ?? '—', 'date'),
            ],
            cite: [],
            question: {
              zh: `${code.day}签发新的监督码时，${other.day}签发的监督码仍然有效。当事人应当以哪一份文书为准？`,
              en: `When a new code was issued on ${code.day}, that of ${other.day} was still live. Which paper counts for the party?`,
            },
          },
          thresholds,
        ),
      ];
    }),
);
