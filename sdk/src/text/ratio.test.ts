import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mulDiv } from './ratio.ts';

const whole = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
const share = fc.integer({ min: 0, max: 1_000_000 });

describe('mulDiv', () => {
  it('agrees with BigInt in both directions, within and beyond 2^53', () => {
    fc.assert(
      fc.property(whole, share, fc.integer({ min: 1, max: 1_000_000 }), (a, num, den) => {
        const exact = BigInt(a) * BigInt(num);
        const down = exact / BigInt(den);
        const up = down + (exact % BigInt(den) > 0n ? 1n : 0n);
        for (const [rounding, expected] of [
          ['down', down],
          ['up', up],
        ] as const) {
          if (expected > BigInt(Number.MAX_SAFE_INTEGER)) {
            expect(() => mulDiv(a, num, den, rounding)).toThrow(
              expect.objectContaining({ code: 'amount-range' }),
            );
          } else expect(BigInt(mulDiv(a, num, den, rounding))).toBe(expected);
        }
      }),
      { seed: 20261121, numRuns: 5000 },
    );
  });

  it('takes 0.29 of 100.00 as 29.00, which floating point does not', () => {
    expect(mulDiv(10_000, 29, 100, 'down')).toBe(2_900);
    expect(Math.floor(100 * 0.29 * 100)).not.toBe(2_900);
  });

  it.each([
    [1.5, 1, 1],
    [-1, 1, 1],
    [1, 1, 0],
    [Number.NaN, 1, 1],
    [2 ** 53, 1, 1],
  ])('refuses %s × %s ÷ %s', (a, num, den) => {
    expect(() => mulDiv(a, num, den, 'down')).toThrow(
      expect.objectContaining({ code: 'amount-range' }),
    );
  });
});
