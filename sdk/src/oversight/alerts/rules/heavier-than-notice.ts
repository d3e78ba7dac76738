import type { CodeHistory, Happened } from '../../events/case-history.ts';
import type { IssuedData } from '../../events/event-data.ts';
import { raise } from '../alert.ts';
import { penalties, procedure, quantity } from '../quantity.ts';
import { caseRule } from '../rule.ts';

interface Later {
  readonly fine: number | null;
  readonly kinds: readonly number[];
  readonly at: Happened;
  readonly about: string;
}

/**
 * 申辩加罚: what was decided is heavier than what the party was told, or a new notice is heavier on the very same facts
 * (行政处罚法 45(2), 程序规定 58). A heavier notice on new facts is lawful and not asked about.
 */
export const heavierThanNotice = caseRule(
  {
    id: 'heavier-than-notice',
    label: { zh: '处罚重于告知', en: 'Heavier than the party was told' },
    cite: [penalties(45, 2), procedure(58)],
  },
  (history, { thresholds }) => {
    const notices = history.codes.filter(
      ({ issued }) => issued !== null && issued.documentKind <= 2,
    );
    return notices.flatMap((notice, i) => {
      const { issued } = notice;
      if (issued === null) return [];
      return laterOf(notice, notices[i + 1], history.codes).flatMap((later) => {
        const kinds = later.kinds.filter((kind) => !issued.kinds.includes(kind));
        const more = (later.fine ?? 0) - (issued.fine ?? 0);
        if (more <= 0 && kinds.length === 0) return [];
        return [
          raise(
            'heavier-than-notice',
            history,
            {
              about: `${later.about} ${notice.codeId}`,
              on: later.at.day,
              measure: later.about === 'renotified' ? 1 : 2,
              codeId: notice.codeId,
              evidence: [notice, later.at],
              quantities: [
                quantity('告知的罚款', 'fine told', issued.fine ?? 0, 'fen'),
                quantity('之后的罚款', 'fine after', later.fine ?? 0, 'fen'),
                quantity('增加的处罚种类', 'kinds added', kinds.length, 'count'),
              ],
              cite: [penalties(45, 2), procedure(58)],
              question: {
                zh: '告知之后的处罚重于告知的内容。是否有新的事实并重新告知？',
                en: 'What followed the notice is heavier than the notice said. Were there new facts, and was the party told again?',
              },
            },
            thresholds,
          ),
        ];
      });
    });
  },
);

/** What followed a notice: its decision, the decision's own code, or a new notice on the same facts. */
function laterOf(
  notice: CodeHistory,
  next: CodeHistory | undefined,
  codes: readonly CodeHistory[],
): Later[] {
  const later: Later[] = [];
  const { issued, decided } = notice;
  if (decided?.data) later.push({ ...decided.data, at: decided, about: 'decided' });
  const own = next?.issued;
  if (next && own && issued && sameFacts(own, issued))
    later.push({ fine: own.fine, kinds: own.kinds, at: next, about: 'renotified' });
  const decision = codes.find(
    (code) =>
      code.issued?.documentKind === 3 && code.at > notice.at && !(next && code.at > next.at),
  );
  if (decision?.issued) {
    const { fine, kinds } = decision.issued;
    later.push({ fine, kinds, at: decision, about: 'issued' });
  }
  return later;
}

const sameFacts = (a: IssuedData, b: IssuedData): boolean =>
  pairs(a.facts) === pairs(b.facts) && pairs(a.factors) === pairs(b.factors);

const pairs = (rows: readonly (readonly number[])[]) =>
  rows
    .map(([number, value]) => `${number} ${value}`)
    .sort()
    .join();
