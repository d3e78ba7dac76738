import { expect, it } from 'vitest';
import type { OversightEvent } from '../../oversight/index.ts';
import { KeptThreads } from './kept-threads.ts';

const entries = (count: number) => Array.from({ length: count }, () => ({}) as OversightEvent);
const found = (kept: KeptThreads, authority: string, version: number, threads: number[]) => [
  ...kept.take(authority, version, threads).keys(),
];

it('give back what was kept, for the version of the rows that it was kept for', () => {
  const kept = new KeptThreads();
  kept.keep('A', 3, new Map([[1, entries(2)]]));
  kept.keep('B', 8, new Map([[1, entries(2)]]));
  expect(found(kept, 'A', 3, [1, 2])).toEqual([1]);
  kept.keep('A', 4, new Map([1, 2].map((thread) => [thread, entries(2)])));
  // Somebody else wrote version 5: none of it is good any more, and nothing comes back later.
  expect(found(kept, 'A', 5, [1])).toEqual([]);
  kept.keep('A', 6, new Map());
  expect(found(kept, 'A', 6, [1, 2])).toEqual([]);
  expect(found(kept, 'B', 8, [1])).toEqual([1]);
});

it('let the oldest go where they become too many', () => {
  const kept = new KeptThreads();
  for (const thread of [1, 2, 3]) kept.keep('A', thread, new Map([[thread, entries(20_000)]]));
  expect(found(kept, 'A', 3, [1, 2, 3])).toEqual([2, 3]);
});
