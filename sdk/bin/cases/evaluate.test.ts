import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from '../commands/cases.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'chidu-evaluate-'));
  const lines = (list: object[]) => `${list.map((one) => JSON.stringify(one)).join('\n')}\n`;
  const docs = [
    { id: 'd1', text: '当事人销售超过保质期的酸奶。' },
    { id: 'd2', text: '当事人在广告中使用国家级等用语。' },
    { id: 'd3', text: '被告人酒后驾驶小型轿车。' },
  ];
  writeFileSync(join(folder, 'D.jsonl'), lines(docs));
  writeFileSync(join(folder, 'Q.jsonl'), lines([{ id: 'q1', text: '货架上的酸奶已过保质期。' }]));
  writeFileSync(join(folder, 'R.txt'), 'q1 0 d1 3\nq1 0 d2 1\n');
  writeFileSync(join(folder, 'P.json'), '{"q1":["d2","d3"]}');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let clock = () => 0;
async function chidu(...args: string[]) {
  let out = '';
  let err = '';
  const exit = await run(['evaluate', ...args], {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    cwd: folder,
    now: () => clock(),
  });
  return { exit, out, err };
}
const FILES = ['--docs', 'D.jsonl', '--queries', 'Q.jsonl', '--qrels', 'R.txt'];

test('every measure is printed as JSON with mean and standard error', async () => {
  const { exit, out } = await chidu(...FILES);
  expect(exit).toBe(0);
  const report = JSON.parse(out);
  expect(Object.keys(report)).toEqual([
    'ndcg@10',
    'ndcg@20',
    'ndcg@30',
    'p@5',
    'p@10',
    'map',
    'r@100',
  ]);
  expect(report.map).toMatchObject({ mean: 1, se: 0 });
});

test('tells how far it has come, a line a second', async () => {
  let second = 0;
  clock = () => 1000 * second++;
  const { err } = await chidu(...FILES);
  clock = () => 0;
  expect(err).toContain('2 份文书 · documents\n');
  expect(err).toContain('1 / 1 个查询 · queries\n');
});

test('a pool and the label that counts as relevant are heeded', async () => {
  const { out } = await chidu(...FILES, '--pool', 'P.json', '--relevant', '1');
  expect(JSON.parse(out)['p@10'].mean).toBe(1 / 10);
  const strict = await chidu(...FILES, '--pool', 'P.json');
  expect(JSON.parse(strict.out)['p@10'].mean).toBe(0);
});

test('wrong calls are 2, missing and broken files are 1 with a code', async () => {
  expect((await chidu('--docs', 'D.jsonl')).exit).toBe(2);
  expect((await chidu(...FILES, '--relevant', 'high')).exit).toBe(2);
  const missing = await chidu(...FILES.slice(0, 4), '--qrels', 'none.txt');
  expect(missing).toMatchObject({ exit: 1, err: expect.stringContaining('evaluate-file') });
});
