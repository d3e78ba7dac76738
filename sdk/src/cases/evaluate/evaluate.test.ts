import { expect, test } from 'vitest';
import { evaluate } from './evaluate.ts';
import { judgments } from './fixtures/judgments.ts';
import { parseEntry, parsePools, parseQrels } from './qrels.ts';

test('a close reading leads plain BM25 clearly on composed judgments that nothing was set on', async () => {
  const set = judgments(20261122, 300, 16);
  const plain = await evaluate(set, { by: 'bm25' });
  const close = await evaluate(set);
  expect(plain['ndcg@10'].mean).toBeGreaterThan(0.5);
  expect(close['ndcg@10'].mean).toBeGreaterThan(plain['ndcg@10'].mean + 0.06);
  expect(close.map.mean).toBeGreaterThan(plain.map.mean + 0.08);
});

test('only the pool is ranked, the query itself is never returned, ties are ordered by id', async () => {
  const docs = ['b', 'a', 'q', 'outside'].map((id) => ({ id, text: '当事人销售过期食品' }));
  const labels = new Map([
    [
      'q',
      new Map([
        ['a', 1],
        ['q', 1],
        ['outside', 1],
      ]),
    ],
  ]);
  const set = { docs, queries: [{ id: 'q', text: '当事人销售过期食品' }], labels };
  const report = await evaluate({ ...set, pools: new Map([['q', ['b', 'a', 'q']]]) });
  expect(report.map).toEqual({ mean: 1, se: 0, queries: 1 });
  expect(report['p@5'].mean).toBe(1 / 5);
  const whole = await evaluate(set);
  expect(whole.map.mean).toBeCloseTo((1 + 2 / 3) / 2, 12);
});

test('in a handful of documents the matter that most of them share still counts', async () => {
  const theft = ['盗窃手机一部，构成盗窃罪', '盗窃电动车两辆，构成盗窃罪', '盗窃现金，构成盗窃罪'];
  const docs = [...theft, '故意伤害他人身体，构成故意伤害罪'].map((text, i) => ({
    id: `${4 - i}`,
    text,
  }));
  const set = {
    docs,
    queries: [{ id: 'q', text: '被告人盗窃财物' }],
    labels: new Map([['q', new Map(['2', '3', '4'].map((id) => [id, 1]))]]),
  };
  expect((await evaluate(set)).map.mean).toBe(1);
});

test('structure counts where a data set has it', async () => {
  const facts = '当事人经营不符合规定的商品，执法人员现场检查';
  const docs = ['food', 'price', 'mark'].map((violation) => ({ id: violation, facts, violation }));
  const set = {
    docs,
    queries: [{ id: 'q', text: facts, violation: 'price' }],
    labels: new Map([['q', new Map([['price', 1]])]]),
  };
  expect((await evaluate(set)).map.mean).toBe(1);
  expect((await evaluate(set, { textOnly: true })).map.mean).toBe(1 / 3);
});

test('files that do not read are named by line', () => {
  expect(parseQrels('q1 0 d1 3\nq1\t0\td2\t0\n').get('q1')?.get('d2')).toBe(0);
  expect(() => parseQrels('q1 0 d1 3\nq1 d2 2')).toThrowError(
    expect.objectContaining({ code: 'evaluate-file', at: 'line 2' }),
  );
  expect(() => parseEntry('{"text":"x"}', 7)).toThrowError(
    expect.objectContaining({ code: 'evaluate-file', at: 'line 7' }),
  );
  expect(() => parseEntry('{"id":"a","decisionDate":"2020年"}', 9)).toThrowError(
    expect.objectContaining({ code: 'evaluate-file', at: 'line 9' }),
  );
  expect(parseEntry('{"id":3,"text":"x"}', 1).id).toBe('3');
  expect(() => parsePools('{"q":1}')).toThrowError(expect.objectContaining({ at: 'q' }));
});
