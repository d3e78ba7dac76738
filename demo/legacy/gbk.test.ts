import { expect, it } from 'vitest';
import { encodeGbk } from './gbk.ts';

it('writes the bytes that GBK has for a text', () => {
  expect([...encodeGbk('A当事人：')]).toEqual([
    0x41, 0xb5, 0xb1, 0xca, 0xc2, 0xc8, 0xcb, 0xa3, 0xba,
  ]);
});

it('holds characters that GB 2312 lacks', () => {
  expect([...encodeGbk('喆')]).toEqual([0x86, 0xb4]);
});

it('gives every ideograph of GBK back unchanged', () => {
  let text = '';
  for (let code = 0x4e00; code <= 0x9fa5; code++) text += String.fromCodePoint(code);
  expect(new TextDecoder('gbk', { fatal: true }).decode(encodeGbk(text))).toBe(text);
});

it('refuses what GBK cannot hold instead of losing it', () => {
  expect(() => encodeGbk('罚款😀')).toThrow(RangeError);
});
