import { expect, test } from 'vitest';
import { measures, summary } from './measures.ts';

const labels = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 0],
  ['d', 3],
]);

test('linear gains, what is not judged is worth nothing', () => {
  const found = measures({ ranking: ['x', 'a', 'b', 'y', 'd'], labels, relevant: 3 });
  const dcg = 3 / Math.log2(3) + 2 / Math.log2(4) + 3 / Math.log2(6);
  const ideal = 3 + 3 / Math.log2(3) + 2 / Math.log2(4);
  expect(found['ndcg@10']).toBeCloseTo(dcg / ideal, 12);
  expect(found['p@5']).toBe(2 / 5);
  expect(found['p@10']).toBe(2 / 10);
  expect(found.map).toBeCloseTo((1 / 2 + 2 / 5) / 2, 12);
  expect(found['r@100']).toBe(1);
});

test('without anything relevant a measure has no value instead of a zero', () => {
  const found = measures({ ranking: ['a'], labels: new Map([['a', 1]]), relevant: 3 });
  expect(found.map).toBeNull();
  expect(found['r@100']).toBeNull();
  expect(found['ndcg@10']).toBe(1);
  expect(summary([null, 0.5, 1])).toEqual({ mean: 0.75, se: 0.25, queries: 2 });
});
