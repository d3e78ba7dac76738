import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address } from './address.ts';
import { readCsv, writeCsv } from './csv.ts';
import { encodeGb18030 } from './gb18030.ts';

const texts = (bytes: Uint8Array) => {
  const read = readCsv(bytes);
  return read.ok
    ? Object.fromEntries([...read.value.cells].map(([at, cell]) => [at, cell.text]))
    : read.issues.map(({ code, at }) => `${code} ${at}`);
};
const bytes = (text: string) => new TextEncoder().encode(text);

describe('CSV', () => {
  it('reads quotes, commas, line ends of all kinds and empty values', () => {
    expect(texts(bytes('a,"b,""c""\r\nd"\r\n,e\nf,\r'))).toEqual({
      A1: 'a',
      B1: 'b,"c"\r\nd',
      B2: 'e',
      A3: 'f',
    });
  });

  it('reads UTF-8 with and without a mark, and GB 18030', () => {
    expect(texts(bytes('\ufeff从轻'))).toEqual({ A1: '从轻' });
    expect(texts(bytes('从轻'))).toEqual({ A1: '从轻' });
    expect(texts(Uint8Array.of(0xb4, 0xd3, 0xc7, 0xe1))).toEqual({ A1: '从轻' });
  });

  it.each([
    ['a quote that is not closed', 'a\n"b', 'sheet-format CSV:2'],
    ['a quote inside a bare value', 'a"b', 'sheet-format CSV:1'],
    ['text behind a closing quote', '"a"b', 'sheet-format CSV:1'],
  ])('refuses %s', (_, text, issue) => {
    expect(texts(bytes(text))).toEqual([issue]);
  });

  it('refuses bytes of neither encoding', () => {
    expect(texts(Uint8Array.of(0xff, 0xff))).toEqual(['sheet-format CSV']);
  });

  it.each(['utf-8', 'gb18030'] as const)('gives every text back in %s', (encoding) => {
    const text = fc
      .string({ unit: 'binary', maxLength: 8 })
      .filter((one) => one.isWellFormed() && !/[\ufeff\ue000-\uf8ff]/.test(one));
    fc.assert(
      fc.property(
        fc.array(fc.array(text, { minLength: 1, maxLength: 4 }), { maxLength: 4 }),
        (rows) => {
          // A file of ASCII and GBK bytes that happen to be UTF-8 cannot be told apart; a Chinese mark settles it.
          const marked = [['裁量基准'], ...rows];
          const expected: Record<string, string> = {};
          for (const [i, row] of marked.entries()) {
            for (const [j, one] of row.entries())
              if (one !== '') expected[address(j + 1, i + 1)] = one;
          }
          expect(texts(writeCsv(marked, encoding))).toEqual(expected);
        },
      ),
      { seed: 20261121, numRuns: 100 },
    );
  });
});

it('GB 18030 encodes every character, but for 19 of private use that it refuses', () => {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const refused: number[] = [];
  for (let start = 0; start < 0x110000; start += 0x2000) {
    const signs: string[] = [];
    for (let point = start; point < start + 0x2000; point += 1) {
      if (point < 0xd800 || point > 0xdfff) signs.push(String.fromCodePoint(point));
    }
    try {
      expect(decoder.decode(encodeGb18030(signs.join(''))) === signs.join('')).toBe(true);
    } catch (error) {
      expect(error).toMatchObject({ code: 'sheet-format' });
      for (const sign of signs) {
        try {
          encodeGb18030(sign);
        } catch {
          refused.push(sign.codePointAt(0) ?? 0);
        }
      }
    }
  }
  expect(refused).toHaveLength(19);
  expect(refused.every((point) => point >= 0xe000 && point <= 0xf8ff)).toBe(true);
});
