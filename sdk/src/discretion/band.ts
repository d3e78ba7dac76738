import type { Ratio } from '../rules/index.ts';
import { mulDiv } from '../text/index.ts';
import type { Range } from './assessment.ts';

/**
 * The part of a range between two points of its span (max − min), in basis points, in whole fen inside the exact
 * ends. Where no whole fen lies between them, the one below.
 */
export function bandOf(range: Range, [low, high]: readonly [number, number]): Range {
  const span = range.max - range.min;
  const max = range.min + mulDiv(span, high, 10_000, 'down');
  const min = range.min + mulDiv(span, low, 10_000, 'up');
  return { min: Math.min(min, max), max };
}

/**
 * The amount at a share of the range's span, rounded once: down to the unit, toward the lenient side, and up only
 * where down would leave the band. A fine of nothing is no fine: where the band starts at zero the least is one unit.
 */
export function amountAt(range: Range, band: Range, [num, den]: Ratio, unit: number): number {
  const exact = range.min + mulDiv(range.max - range.min, num, den, 'down');
  const inside = Math.min(Math.max(exact, band.min, 1), band.max);
  const down = mulDiv(inside, 1, unit, 'down') * unit;
  if (down >= Math.max(band.min, 1)) return down;
  const up = down + unit;
  return up <= band.max ? up : inside;
}
