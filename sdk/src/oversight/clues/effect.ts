import { addDays } from '../../text/index.ts';
import type { ClueHistory } from '../events/matters.ts';
import { type Figure, type FigureDefinition, share } from '../figure.ts';

export const EFFECT: FigureDefinition = {
  id: 'clues.lasting',
  label: { zh: '处置后未再发生', en: 'Settled and not come again' },
  formula: {
    zh: '办结满规定日数的线索中，此后规定日数内没有同一机关同一违法行为新线索的占比；机关或者违法行为不明的不计入',
    en: 'Of clues settled at least so many days ago, those after which no new clue about the same authority and violation came within so many days; where either is unknown the clue is left out',
  },
  counts: 'clue',
};

/** 评估优化: the effect of what was done, `days` later. Null dates and unknown bodies are in no base. */
export function effectOf(clues: readonly ClueHistory[], days: number, today: string): Figure {
  const opened = new Map<string, string[]>();
  for (const clue of clues) {
    const key = keyOf(clue);
    if (key === null) continue;
    const seen = opened.get(key);
    if (seen) seen.push(clue.day);
    else opened.set(key, [clue.day]);
  }
  const of: string[] = [];
  const part: string[] = [];
  for (const clue of clues) {
    const key = keyOf(clue);
    const settled = clue.steps.findLast(({ data }) => data.state === 'settled');
    if (key === null || clue.state !== 'settled' || !settled) continue;
    const until = addDays(settled.day, days);
    if (until > today) continue;
    of.push(clue.id);
    const again = opened.get(key)?.some((day) => day > settled.day && day <= until);
    if (!again) part.push(clue.id);
  }
  return share(EFFECT, { part, of, scope: { days: String(days) } });
}

const keyOf = ({ data: { about } }: ClueHistory): string | null =>
  about.authority && about.violation ? `${about.authority} ${about.violation}` : null;
