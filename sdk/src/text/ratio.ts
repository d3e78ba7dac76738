import { ChiduError } from '../errors.ts';

/**
 * `a × num ÷ den`, rounded once, down (towards zero) or up, exactly. Whole numbers from 0; beyond 2^53 the product is
 * carried by BigInt. 3 ‰ of an amount in floating point is wrong in about one case in a thousand; this never is.
 *
 * @throws ChiduError `amount-range` when an operand is no whole number from 0, `den` is 0, or the result passes 2^53 − 1.
 */
export function mulDiv(a: number, num: number, den: number, rounding: 'down' | 'up'): number {
  const fields = { a, num, den };
  if (!isWhole(a) || !isWhole(num) || !isWhole(den) || den === 0)
    throw new ChiduError(
      'amount-range',
      'mulDiv takes whole numbers from 0 and a divisor above 0',
      { fields },
    );
  const product = a * num;
  if (product <= Number.MAX_SAFE_INTEGER) {
    let quotient = Math.floor(product / den);
    // The division rounds to the nearest number, which can be the whole one just above; never one too low.
    if (quotient * den > product) quotient -= 1;
    return rounding === 'up' && quotient * den < product ? quotient + 1 : quotient;
  }
  const big = BigInt(a) * BigInt(num);
  const divisor = BigInt(den);
  const result = big / divisor + (rounding === 'up' && big % divisor > 0n ? 1n : 0n);
  if (result > BigInt(Number.MAX_SAFE_INTEGER))
    throw new ChiduError('amount-range', 'the amount is too large to be exact', { fields });
  return Number(result);
}

function isWhole(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}
