import type { FineRange, Ratio } from '../../src/rules/index.ts';
import { Refusal } from './refusal.ts';
import type { SourceFine } from './source.ts';
import { BASES } from './words.ts';

/** A fine in fen and exact ratios. */
export function fine(record: string, source: SourceFine, at: string): FineRange {
  const { min, max, minInclusive, maxInclusive, mode, fixed, baseFloorCNY, maxCapCNY } = source;
  if (minInclusive === (min === null))
    throw new Refusal(record, at, 'only a stated minimum is included');
  if (fixed === true && min !== max)
    throw new Refusal(record, at, 'fixed, but minimum and maximum differ');
  const ends = { minInclusive, maxInclusive, mode };
  if (source.basis === 'amount') {
    if (baseFloorCNY !== undefined || maxCapCNY !== undefined) {
      throw new Refusal(record, at, 'an amount has no base and no cap');
    }
    return {
      basis: 'amount',
      min: min === null ? null : fen(record, min, at),
      max: fen(record, max, at),
      ...ends,
    };
  }
  const of = BASES[source.basis];
  if (of === undefined) throw new Refusal(record, `${at}/basis`, `unknown: ${source.basis}`);
  return {
    basis: 'multiple',
    of,
    min: min === null ? null : ratio(min),
    max: ratio(max),
    ...ends,
    ...(baseFloorCNY === undefined ? {} : { baseFloor: fen(record, baseFloorCNY, at) }),
    ...(maxCapCNY === undefined ? {} : { cap: fen(record, maxCapCNY, at) }),
  };
}

/** Whole fen of whole yuan. */
export function fen(record: string, yuan: number, at: string): number {
  if (!Number.isSafeInteger(yuan * 100) || !Number.isSafeInteger(yuan)) {
    throw new Refusal(record, at, `${yuan} is no whole number of yuan`);
  }
  return yuan * 100;
}

/** From the decimal digits, never from the floating point value: 0.15 is 3/20. */
function ratio(value: number): Ratio {
  const [whole = '', fraction = ''] = String(value).split('.');
  const den = 10 ** fraction.length;
  const num = Number(whole + fraction);
  const divisor = greatestCommonDivisor(num, den);
  return [num / divisor, den / divisor];
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
