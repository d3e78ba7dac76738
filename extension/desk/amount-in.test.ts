import { parseMoney } from '@chidu/sdk/text';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { amountIn } from './amount-in.ts';

it('writes an amount in the unit that the page prints', () => {
  expect(amountIn(1_280_000, '元')).toBe('12800.00');
  expect(amountIn(1_280_000, '')).toBe('12800.00');
  expect(amountIn(5, '')).toBe('0.05');
  expect(amountIn(1_280_000, '万元')).toBe('1.28');
  expect(amountIn(100_000_000, '万元')).toBe('100');
  expect(amountIn(1, '万元')).toBe('0.000001');
  expect(amountIn(0, '万元')).toBe('0');
});

it('reads back as the same amount, to the fen', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 10 ** 13 }),
      fc.constantFrom('元', '万元'),
      (fen, unit) => {
        expect(parseMoney(amountIn(fen, unit) + unit)).toMatchObject({ ok: true, fen });
      },
    ),
    { seed: 7 },
  );
});
