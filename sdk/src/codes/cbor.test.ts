import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromHex, toHex } from './bytes.ts';
import { type CborValue, decodeCbor, encodeCbor, FOREIGN, isDeterministic } from './cbor.ts';

const value: fc.Arbitrary<CborValue> = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.maxSafeInteger(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 64n - 1n }),
    fc.bigInt({ min: -(2n ** 64n), max: -(2n ** 53n) }),
    fc.string({ unit: 'grapheme' }),
    fc.uint8Array(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc
      .uniqueArray(fc.tuple(fc.oneof(fc.integer(), fc.string()), tie('value')), {
        selector: ([key]) => key,
        maxLength: 4,
      })
      .map((entries) => new Map<CborValue, CborValue>(entries)),
  ),
})).value;

const decodeHex = (hex: string) => decodeCbor(fromHex(hex) as Uint8Array);
const deterministic = (hex: string) => {
  const item = decodeHex(hex);
  return item !== undefined && isDeterministic(item, fromHex(hex) as Uint8Array);
};

describe('deterministic CBOR', () => {
  it('gives every value back', () => {
    fc.assert(
      fc.property(value, (each) => {
        const bytes = encodeCbor(each);
        expect(decodeCbor(bytes)).toEqual(sorted(each));
        expect(isDeterministic(each, bytes)).toBe(true);
      }),
      { seed: 3, numRuns: 2000 },
    );
  });

  /** RFC 8949, appendix A. */
  it.each([
    ['00', 0],
    ['1818', 24],
    ['1903e8', 1000],
    ['1a000f4240', 1_000_000],
    ['1b000000e8d4a51000', 1_000_000_000_000],
    ['1bffffffffffffffff', 18446744073709551615n],
    ['20', -1],
    ['3903e7', -1000],
    ['3bffffffffffffffff', -18446744073709551616n],
    ['f4', false],
    ['f6', null],
    ['4401020304', Uint8Array.of(1, 2, 3, 4)],
    ['62c3bc', 'ü'],
    ['64f0908591', '𐅑'],
    ['83010203', [1, 2, 3]],
    [
      'a201020304',
      new Map([
        [1, 2],
        [3, 4],
      ]),
    ],
  ])('reads and writes %s', (hex, expected) => {
    expect(decodeHex(hex)).toEqual(expected);
    expect(toHex(encodeCbor(expected))).toBe(hex);
  });

  it('keeps a byte order mark in a text', () => {
    expect(deterministic('63efbbbf')).toBe(true);
  });

  it.each([
    ['an integer in more bytes than it needs', '1817'],
    ['a length in more bytes than it needs', '580101'],
    ['an array without length', '9f01ff'],
    ['a map without length', 'bf0102ff'],
    ['bytes in pieces', '5f4101ff'],
    ['text in pieces', '7f6161ff'],
    ['keys out of order', 'a203040102'],
    ['a key twice', 'a201020103'],
    ['a key of bytes twice', 'a24101024101 03'.replace(' ', '')],
    ['a float', 'f93c00'],
    ['a tag', 'c101'],
    ['undefined', 'f7'],
    ['an unassigned simple value', 'f8ff'],
    ['text that is not UTF-8', '61ff'],
    ['a tag deep inside', 'a1018201c101'],
  ])('reads %s and says it is not deterministic', (_, hex) => {
    expect(decodeHex(hex)).toBeDefined();
    expect(deterministic(hex)).toBe(false);
  });

  it.each([
    ['nothing', ''],
    ['an item cut short', '1903'],
    ['a string cut short', '4401'],
    ['an array cut short', '8301'],
    ['a length of 2^64 − 1', '9bffffffffffffffff'],
    ['a second item', '0000'],
    ['a reserved length', '1c'],
    ['a break alone', 'ff'],
    ['a map with half a pair', 'bf01ff'],
    ['pieces of another type', '5f6161ff'],
    ['pieces in pieces', '5f5f4101ffff'],
    ['an integer without length', '1f'],
    ['a tag without length', 'df01'],
    ['a short simple value in two bytes', 'f818'],
    ['an open array', '9f01'],
  ])('refuses %s', (_, hex) => {
    expect(decodeHex(hex)).toBeUndefined();
  });

  it('holds up under the deepest nesting that fits into a code', () => {
    const deep = new Uint8Array(1400).fill(0x81);
    deep[1399] = 0;
    expect(decodeCbor(deep)).toBeDefined();
    expect(decodeCbor(new Uint8Array(1400).fill(0x9f))).toBeUndefined();
    expect(isDeterministic(decodeCbor(deep) as CborValue, deep)).toBe(true);
  });

  it('has no number that is not whole: it is a mistake and not another number', () => {
    for (const number of [0.5, 1.5, 23.9, 24.5, -0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => encodeCbor(number)).toThrow(RangeError);
    }
  });

  it('never throws on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const item = decodeCbor(bytes);
        if (item !== undefined && item !== FOREIGN && isDeterministic(item, bytes)) {
          expect(encodeCbor(item)).toEqual(bytes);
        }
      }),
      { seed: 4, numRuns: 20_000 },
    );
  });
});

/** The value as a decoder gives it back: maps in the order of their encoded keys. */
function sorted(item: CborValue): CborValue {
  if (item instanceof Map) {
    const entries = [...item].map(([key, each]): [CborValue, CborValue] => [key, sorted(each)]);
    return new Map(
      entries.sort(([a], [b]) => (toHex(encodeCbor(a)) < toHex(encodeCbor(b)) ? -1 : 1)),
    );
  }
  return Array.isArray(item) ? item.map(sorted) : item;
}
