/**
 * A term as 32 bits. Two ideographs are their two UTF-16 units, so that a bigram can be read back; every other term
 * (a word in letters, an amount, an article, a factor) is a hash among the 2²⁷ values whose upper half would be a
 * surrogate, which no ideograph of the basic plane is.
 */
const NAMED = 0xd800_0000;

export const bigramKey = (first: number, second: number): number => ((first << 16) | second) >>> 0;

/** FNV-1a over the UTF-16 units. */
export function namedKey(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i += 1) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (NAMED + ((hash ^ (hash >>> 27)) & 0x7ff_ffff)) >>> 0;
}

/** The two characters of a bigram, or `null` for a named term. */
export function bigramOf(key: number): string | null {
  const upper = key >>> 16;
  return upper >= 0xd800 && upper <= 0xdfff ? null : String.fromCharCode(upper, key & 0xffff);
}
