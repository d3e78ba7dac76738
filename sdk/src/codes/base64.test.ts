import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  decodeBase64,
  decodeBase64Url,
  encodeBase64,
  encodeBase64Url,
  strictBase64,
} from './base64.ts';

it('writes and reads what Node writes and reads', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      const standard = Buffer.from(bytes).toString('base64');
      const url = Buffer.from(bytes).toString('base64url');
      expect(encodeBase64(bytes)).toBe(standard);
      expect(encodeBase64Url(bytes)).toBe(url);
      expect(decodeBase64(standard)).toEqual(bytes);
      expect(decodeBase64Url(url)).toEqual(bytes);
      expect(strictBase64(standard)).toEqual(bytes);
    }),
    { seed: 4648 },
  );
});

it('says null where a text is none', () => {
  for (const text of ['a', 'ab=c', '要', 'a b!', 'AAA']) expect(strictBase64(text)).toBeNull();
  // Bits that no byte has: one spelling alone is canonical.
  expect(strictBase64('AB==')).toBeNull();
  for (const text of ['a', '*', '要求']) expect(decodeBase64Url(text)).toBeNull();
});
