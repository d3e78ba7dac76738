import { TRADITIONAL } from './traditional.ts';

const IDEOGRAPH = 0x3400;

/** A sign that ends a run of text: punctuation, spaces, anything that is neither ideograph, letter nor digit. */
export const BREAK = 0;

/**
 * Every UTF-16 unit as the engine reads it: full width as half width, capitals as small letters, common traditional
 * characters as simplified ones, the rest that carries no word as `BREAK`.
 */
export const LETTERS: Uint16Array = foldTable();

export const isIdeograph = (letter: number): boolean => letter >= IDEOGRAPH;
export const isDigit = (letter: number): boolean => letter >= 48 && letter <= 57;

function foldTable(): Uint16Array {
  const table = new Uint16Array(0x10000);
  for (let unit = IDEOGRAPH; unit <= 0x9fff; unit += 1) table[unit] = unit;
  for (let digit = 48; digit <= 57; digit += 1) table[digit] = digit;
  for (let small = 97; small <= 122; small += 1) {
    table[small] = small;
    table[small - 32] = small;
  }
  for (let wide = 0xff01; wide <= 0xff5e; wide += 1) table[wide] = table[wide - 0xfee0] ?? BREAK;
  table[0x3007] = 0x3007;
  for (let i = 0; i < TRADITIONAL.length; i += 2)
    table[TRADITIONAL.charCodeAt(i)] = TRADITIONAL.charCodeAt(i + 1);
  return table;
}
