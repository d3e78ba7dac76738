import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeCsv } from '@chidu/sdk/sheets';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandIo } from '../command.ts';
import { run } from '../commands/rules.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidu-published-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rules(args: string) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd: folder,
    now: () => 0,
  };
  return { exit: await run(args.split(' '), io), ...written };
}
const save = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);

const HEAD = {
  pack: {
    format: 'chidu-benchmark/1',
    id: 'decree',
    version: '1',
    title: { zh: '示例裁量基准' },
    sample: true,
    publisher: { name: '示例市市场监督管理局' },
    publication: null,
    from: '2026-01-01',
    to: null,
  },
  within: 'middle',
  unit: 10_000,
};
const rows = (most: string) => [
  ['违法行为', '裁量阶次', '适用情形', '裁量幅度'],
  ['违反明码标价规定', '从轻', '品种不足5个', '处1500元以下罚款'],
  ['', '一般', '品种5个以上', '处1500元以上3500元以下罚款'],
  ['', '从重', '再次不标明价格', `处3500元以上${most}以下罚款`],
];

it('tables out of a decree become a benchmark that is proved like any other', async () => {
  await save('head.json', JSON.stringify(HEAD));
  await save('tables.csv', writeCsv(rows('5000元'), 'gb18030'));
  const read = await rules('import tables.csv --head head.json --sample --out benchmark.json');
  expect(read.exit).toBe(0);
  expect(read.err).toContain('法定幅度的30%至70%');
  const checked = await rules('check benchmark.json --sample --json');
  expect(checked.exit).toBe(0);
  expect(JSON.parse(checked.out).rules).toMatchObject([{ id: expect.stringMatching(/^price-/) }]);
});

it('what the law does not allow is refused by its cell, and a head that says too little by its name', async () => {
  await save('head.json', JSON.stringify(HEAD));
  await save('tables.csv', writeCsv(rows('8000元')));
  const read = await rules('import tables.csv --head head.json --sample --json');
  expect(read.exit).toBe(1);
  expect(JSON.parse(read.out).issues).toMatchObject([{ code: 'contradiction' }]);
  await save('less.json', JSON.stringify({ within: 'low' }));
  const less = await rules('import tables.csv --head less.json --json');
  expect(JSON.parse(less.out).issues).toMatchObject([{ code: 'missing-field', at: 'less.json' }]);
});
