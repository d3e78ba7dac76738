import { maskAccidents } from '../text/masking.ts';
import { emptyTerms, readTerms } from '../text/terms.ts';

/** The terms of a query as a small table that a long text is scanned against. */
export interface CloseQuery {
  /** Distinct terms of the query, and the weight of each. */
  readonly keys: Uint32Array;
  readonly weights: Float64Array;
  /** Open addressing from key to number of a term, -1 empty. */
  readonly slots: Int16Array;
  /** Pairs of terms that follow one another in the query: `first * terms + second`. */
  readonly pairs: ReadonlyMap<number, number>;
  /** UTF-16 units of the text. */
  readonly length: number;
}

/** `rarity` is the inverse document frequency of a term in the collection. */
export function closeQuery(text: string, rarity: (key: number) => number): CloseQuery {
  const { keys, from, count } = readTerms(maskAccidents(text), emptyTerms());
  const numbers = new Map<number, number>();
  const times: number[] = [];
  const pairs = new Map<number, number>();
  const following: [number, number][] = [];
  let before = -1;
  for (let i = 0; i < count; i += 1) {
    const key = keys[i] as number;
    let number = numbers.get(key);
    if (number === undefined) {
      number = numbers.size;
      numbers.set(key, number);
    }
    times[number] = (times[number] ?? 0) + 1;
    if (before >= 0 && from[i] === (from[i - 1] as number) + 1) following.push([before, number]);
    before = number;
  }
  for (const [first, second] of following) {
    const pair = first * numbers.size + second;
    if (!pairs.has(pair)) pairs.set(pair, pairs.size);
  }
  const distinct = Uint32Array.from(numbers.keys());
  const weights = Float64Array.from(distinct, (key, i) => {
    const repeated = times[i] ?? 1;
    return (rarity(key) * repeated * 3) / (repeated + 2);
  });
  return { keys: distinct, weights, slots: slotsOf(distinct), pairs, length: text.length };
}

export function slotsOf(keys: Uint32Array): Int16Array {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, keys.length * 4)));
  const slots = new Int16Array(size).fill(-1);
  keys.forEach((key, number) => {
    let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & (size - 1);
    while ((slots[slot] as number) >= 0) slot = (slot + 1) & (size - 1);
    slots[slot] = number;
  });
  return slots;
}

export function numberOf(keys: Uint32Array, slots: Int16Array, key: number): number {
  const mask = slots.length - 1;
  let slot = (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
  for (;;) {
    const number = slots[slot] as number;
    if (number < 0 || keys[number] === key) return number;
    slot = (slot + 1) & mask;
  }
}
