import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from './canonical-json.ts';
import { hex, sha256 } from './sha256.ts';
import { parseJsonStrict } from './strict-json.ts';

describe('canonical JSON', () => {
  it('writes the examples of RFC 8785', () => {
    // Section 3.2.2 and 3.2.3.
    expect(
      canonicalJson({
        numbers: JSON.parse(
          '[333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001]',
        ),
        string: '€$\u000f\nA\'B"\\\\"/',
        literals: [null, true, false],
      }),
    ).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
    const sorted = ['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'];
    const object = Object.fromEntries([...sorted].reverse().map((key) => [key, 0]));
    expect(canonicalJson(object)).toBe(
      `{${sorted.map((key) => `${JSON.stringify(key)}:0`).join(',')}}`,
    );
    expect(canonicalJson(-0)).toBe('0');
  });

  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (object) => {
        const reversed = Object.fromEntries(Object.entries(object).reverse());
        return canonicalJson(object) === canonicalJson(reversed);
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it.each([
    ['undefined', { a: [undefined] }, '/a/0'],
    ['a hole', { a: new Array(1) }, '/a/0'],
    ['a number that is not finite', { 'a/b': Number.NaN }, '/a~1b'],
    ['a lone surrogate', { a: '\ud800' }, '/a'],
    ['a lone surrogate in a key', { '\udc00': 1 }, '/\udc00'],
    ['a Date', { a: new Date(0) }, '/a'],
    ['a Map', [new Map()], '/0'],
    ['a bigint', [1n], '/0'],
    ['a function', { f: () => 1 }, '/f'],
  ])('refuses %s with its place', (_, value, at) => {
    expect(() => canonicalJson(value)).toThrow(
      expect.objectContaining({ code: 'canonical-json', at }),
    );
  });
});

describe('strict JSON', () => {
  it('reads what JSON.parse reads', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(parseJsonStrict(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it('names every key that stands twice, however it is written', () => {
    const text = '{"a": [{"b": 1, "c": {"b": ":"}, "\\u0062": 2}], "d,}": "x", "d,}": 1}';
    expect(parseJsonStrict(text)).toMatchObject({
      ok: false,
      issues: [
        { code: 'duplicate-key', at: '/a/0/b' },
        { code: 'duplicate-key', at: '/d,}' },
      ],
    });
  });

  it('refuses what is not JSON', () => {
    expect(parseJsonStrict('{')).toMatchObject({ ok: false, issues: [{ code: 'json' }] });
  });
});

it('SHA-256 of "abc" (FIPS 180-4), with and without WebCrypto', async () => {
  const bytes = new TextEncoder().encode('abc');
  const expected = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(hex(await sha256(bytes))).toBe(expected);
  const { crypto } = globalThis;
  try {
    Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true });
    expect(hex(await sha256(bytes))).toBe(expected);
  } finally {
    Object.defineProperty(globalThis, 'crypto', { value: crypto, configurable: true });
  }
});
