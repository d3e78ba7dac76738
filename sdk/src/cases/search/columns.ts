import { RECORD_LEVELS } from '../levels.ts';
import type { Searchable } from './fields.ts';

/** Steps of the logarithm of an amount: 24 a decade, so that one step is a tenth. 0 is unknown. */
const STEPS = 24;
/** Days from 1980-01-01; a date outside 1980 to 2159 is not told apart from an unknown one. */
const FIRST_DAY = Date.UTC(1980, 0, 1);
const DAY_MS = 86_400_000;

export function valueStep(fen: number | undefined): number {
  if (fen === undefined || fen < 100) return 0;
  return Math.min(255, 1 + Math.round((Math.log10(fen) - 2) * STEPS));
}

export const decadesBetween = (a: number, b: number): number => Math.abs(a - b) / STEPS;

export function dayColumn(day: string | undefined): number {
  if (day === undefined) return 0;
  const since = (Date.parse(day) - FIRST_DAY) / DAY_MS;
  return since > 0 && since < 0x10000 ? since : 0;
}

/** Six digits of GB/T 2260 as a number, 0 for unknown. */
export const placeColumn = (region: string | undefined): number => Number(region ?? 0);

/** 1 nation to 5 station, 0 unknown. */
export const levelColumn = (level: Searchable['level']): number =>
  level === undefined ? 0 : RECORD_LEVELS.indexOf(level) + 1;
