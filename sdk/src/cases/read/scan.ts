import { isIdeograph, LETTERS } from '../text/letters.ts';
import { bigramKey } from '../text/term-key.ts';
import { type CloseQuery, numberOf } from './close-query.ts';

/** What of a query stands in one text: how often each term and each pair, and how well its best passage covers it. */
export interface Scan {
  readonly times: Uint16Array;
  readonly pairTimes: Uint16Array;
  /** The weight of the distinct terms in the passages that cover the query best, best first. */
  readonly passages: readonly number[];
  readonly length: number;
}

/** Passages overlap by half; as many of the best are kept. */
const PASSAGES = 3;

/** Reads a text once against a query. Passages are `passage` characters long. */
export function scan(query: CloseQuery, text: string, passage: number): Scan {
  const { keys, slots, weights, pairs } = query;
  const times = new Uint16Array(keys.length);
  const pairTimes = new Uint16Array(pairs.size);
  const step = Math.max(1, passage >> 1);
  // Of each half passage the terms that stand in it.
  const halves: number[][] = [];
  const seenIn = new Int32Array(keys.length).fill(-1);
  let before = 0;
  let last = -1;
  let lastAt = -2;
  for (let i = 0; i < text.length; i += 1) {
    const letter = LETTERS[text.charCodeAt(i)] as number;
    if (!isIdeograph(letter)) {
      before = 0;
      continue;
    }
    const first = before;
    before = letter;
    if (first === 0) continue;
    const number = numberOf(keys, slots, bigramKey(first, letter));
    if (number < 0) continue;
    times[number] = (times[number] as number) + 1;
    const at = Math.trunc(i / step);
    if (seenIn[number] !== at) {
      seenIn[number] = at;
      const half = halves[at] ?? [];
      half.push(number);
      halves[at] = half;
    }
    if (lastAt === i - 1) {
      const pair = pairs.get(last * keys.length + number);
      if (pair !== undefined) pairTimes[pair] = (pairTimes[pair] as number) + 1;
    }
    last = number;
    lastAt = i;
  }
  return { times, pairTimes, passages: best(halves, weights), length: text.length };
}

function best(halves: readonly (readonly number[] | undefined)[], weights: Float64Array): number[] {
  const mark = new Int32Array(weights.length).fill(-1);
  const covered: number[] = [];
  for (let at = 0; at < halves.length; at += 1) {
    let sum = 0;
    for (const part of [halves[at], halves[at + 1]]) {
      for (const number of part ?? []) {
        if (mark[number] === at) continue;
        mark[number] = at;
        sum += weights[number] as number;
      }
    }
    covered.push(sum);
  }
  return covered.sort((a, b) => b - a).slice(0, PASSAGES);
}
