import { screen } from '../../../discretion/deviation/index.ts';
import { grouped } from '../../grouped.ts';
import { type Alert, raise } from '../alert.ts';
import { type Decided, decidedOf, observationOf } from '../like-cases.ts';
import { apart, penalties, quantity } from '../quantity.ts';
import type { AlertRule } from '../rule.ts';

/** A third of what a single screening takes, all of which must agree: a province's cases in seconds. */
const FOREST = { repeats: 3, trees: 40 };

/**
 * 畸轻畸重: decided over suggested lies far from that of the like cases of the same violation, by two unlike models. Fewer than
 * thirty like cases say nothing. Where nearly all decide as suggested, a small step inside the band is far from them by ratio and is
 * what the band is for: inside it a fine must also lie a good part of the band away.
 */
export const farFromLikeCases: AlertRule = {
  id: 'far-from-like-cases',
  label: { zh: '与同类案件差距明显', en: 'Far from like cases' },
  cite: [penalties(5, 2), penalties(34)],
  needs: 'all',
  find: (histories, { thresholds }) => {
    const decided = histories
      .flatMap((history) => decidedOf(history) ?? [])
      .sort((a, b) => (a.history.id < b.history.id ? -1 : 1));
    const { seed, least, leastOfBand } = thresholds.rules['far-from-like-cases'].values;
    return grouped(decided, ({ issued }) => issued.violation).flatMap(([, like]) => {
      const known = new Map(like.map((one) => [one.history.id, one]));
      const wanted = (id: string, times: number) => {
        const own = known.get(id);
        if (!own) return false;
        const usual = Math.round(own.suggestion * times);
        return apart(own.fine, usual) >= least && ofBand(own, usual) >= leastOfBand;
      };
      const { clues, cases } = screen(like.map(observationOf), { seed, ...FOREST, wanted });
      return clues.flatMap((clue): Alert[] => {
        const own = known.get(clue.id);
        const usual = Math.round(clue.suggested * clue.usual);
        const measure = apart(clue.decided, usual);
        if (!own) return [];
        const beside = clue.like.flatMap(({ id }) => known.get(id) ?? []);
        return [
          raise(
            'far-from-like-cases',
            own.history,
            noticeOf(own, clue.direction, { usual, measure, cases }, beside),
            thresholds,
          ),
        ];
      });
    });
  },
};

/** Part of its own band, in basis points, that lies between a fine and what is usual; outside the band any is enough. */
function ofBand({ issued, fine }: Decided, usual: number): number {
  const { range } = issued;
  if (range === null || fine < range.min || fine > range.max) return Number.POSITIVE_INFINITY;
  const width = range.max - range.min;
  return width === 0 ? 0 : (Math.abs(fine - usual) / width) * 10_000;
}

function noticeOf(
  { code, fine, suggestion, at }: Decided,
  direction: 'light' | 'heavy',
  { usual, measure, cases }: { usual: number; measure: number; cases: number },
  beside: readonly Decided[],
) {
  const much = direction === 'heavy' ? { zh: '高于', en: 'above' } : { zh: '低于', en: 'below' };
  return {
    about: direction,
    on: at.day,
    measure,
    codeId: code.codeId,
    evidence: [at, ...beside.map((one) => one.at)],
    quantities: [
      quantity('罚款', 'fine', fine, 'fen'),
      quantity('裁量建议', 'suggested', suggestion, 'fen'),
      quantity('同类案件通常', 'usual for like cases', usual, 'fen'),
      quantity('相差', 'apart', measure, 'basis-points'),
      quantity('比较的案件', 'cases compared', cases, 'count'),
    ],
    cite: [penalties(5, 2), penalties(34)],
    question: {
      zh: `罚款明显${much.zh}同类案件通常的数额。本案有哪些同类案件没有的情节？`,
      en: `The fine lies well ${much.en} what is usual for like cases. What does this case have that they have not?`,
    },
  };
}
