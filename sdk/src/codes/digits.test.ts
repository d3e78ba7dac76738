import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeDigits, encodeDigits } from './digits.ts';

it('gives every byte string back', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
      expect(decodeDigits(encodeDigits(bytes))).toEqual(bytes);
    }),
    { seed: 1, numRuns: 2000 },
  );
});

it('writes each byte string in one way: digits that decode encode to themselves', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[0-9]{0,60}$/), (digits) => {
      const bytes = decodeDigits(digits);
      if (bytes !== null) expect(encodeDigits(bytes)).toBe(digits);
    }),
    { seed: 2, numRuns: 5000 },
  );
});

it.each([
  ['a group above 7 bytes', '72057594037927936'],
  ['a tail above its bytes', '256'],
  ['a tail of two digits', '00'],
  ['a tail of sixteen digits', '0'.repeat(16)],
])('refuses %s', (_, digits) => {
  expect(decodeDigits(digits)).toBeNull();
});

it('accepts the largest group', () => {
  expect(decodeDigits('72057594037927935')).toEqual(new Uint8Array(7).fill(255));
});
