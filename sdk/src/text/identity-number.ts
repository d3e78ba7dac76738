import { halfWidth } from './width.ts';

/**
 * What a number typed in is, as far as its own digits say. `check`: of the right form, and the check character is another one,
 * so that somebody mistyped. That a number is in order says nothing of whether it was ever given out.
 */
export type NumberState = 'ok' | 'form' | 'check';

/** GB 32100-2015: digits and letters without I, O, S, V and Z. */
const CREDIT = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** 统一社会信用代码 (GB 32100-2015): eight kinds of characters of which the last is a check modulo 31. */
export function creditCodeState(text: string): NumberState {
  const code = plain(text);
  if (!/^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code)) return 'form';
  return code.at(-1) === creditCheck(code.slice(0, 17)) ? 'ok' : 'check';
}

/** The check character for the first seventeen: Σ value × 3^i mod 31, taken from 31. */
export function creditCheck(first: string): string {
  let [sum, weight] = [0, 1];
  for (const sign of first) {
    sum += weight * CREDIT.indexOf(sign);
    weight = (weight * 3) % 31;
  }
  return CREDIT[(31 - (sum % 31)) % 31] ?? '';
}

/** 公民身份号码 (GB 11643-1999): region, day of birth, order, and a check character by ISO 7064 MOD 11-2. */
export function residentNumberState(text: string): NumberState {
  const number = plain(text);
  const [, year = '', month = '', day = ''] =
    /^\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dX]$/.exec(number) ?? [];
  const born = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const real = born.getUTCMonth() === Number(month) - 1 && born.getUTCDate() === Number(day);
  if (year === '' || Number(year) < 1800 || !real) return 'form';
  return number.at(-1) === residentCheck(number.slice(0, 17)) ? 'ok' : 'check';
}

/** The check character for the first seventeen: Σ digit × 2^(17 − i) mod 11, taken from 12; ten is X. */
export function residentCheck(first: string): string {
  let rest = 0;
  for (const digit of first) rest = ((rest + Number(digit)) * 2) % 11;
  return '10X98765432'[rest] ?? '';
}

const plain = (text: string): string => halfWidth(text).replace(/\s/g, '').toUpperCase();
