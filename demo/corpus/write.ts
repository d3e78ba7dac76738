/**
 * `node --conditions=development demo/corpus/write.ts DIR [--seed 1] [--count 58700] [--queries 200] [--short 0]`
 *
 * Writes `docs.jsonl`, `queries.jsonl` and `qrels.txt` for `chidu cases evaluate`, `records.jsonl` for `chidu cases import`,
 * and with `--short N` also `short.jsonl`.
 */
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { corpus } from './corpus.ts';
import type { Latent } from './latent.ts';
import { queries, relevance } from './relevance.ts';
import { shortRecords } from './short-records.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '58700' },
    queries: { type: 'string', default: '200' },
    short: { type: 'string', default: '0' },
  },
});
const [folder = '.'] = positionals;
const seed = Number(values.seed);
mkdirSync(folder, { recursive: true });

const asked = queries({ seed, count: Number(values.queries) });
const cases: { id: string; latent: Latent }[] = [];
await write('records.jsonl', function* () {
  for (const { record, latent } of corpus({ seed, count: Number(values.count) })) {
    cases.push({ id: record.id, latent });
    yield JSON.stringify(record);
  }
});
await write('docs.jsonl', function* () {
  for (const { record } of corpus({ seed, count: Number(values.count) })) {
    const { format: _, facts, basis = '', decision = '', title = '', ...structure } = record;
    yield JSON.stringify({ ...structure, text: [title, facts, basis, decision].join('\n') });
  }
});
await write('queries.jsonl', function* () {
  for (const { query } of asked) {
    const { facts, ...structure } = query;
    yield JSON.stringify({ ...structure, text: facts });
  }
});
await write('qrels.txt', function* () {
  for (const { query, latent } of asked) {
    for (const one of cases) {
      const grade = relevance(latent, one.latent);
      if (grade > 0) yield `${query.id} 0 ${one.id} ${grade}`;
    }
  }
});
if (Number(values.short) > 0) {
  await write('short.jsonl', function* () {
    for (const record of shortRecords({ seed, count: Number(values.short) })) {
      yield JSON.stringify(record);
    }
  });
}

async function write(name: string, lines: () => Generator<string>): Promise<void> {
  const blocks = function* () {
    let block = '';
    for (const line of lines()) {
      block += `${line}\n`;
      if (block.length > 1 << 18) {
        yield block;
        block = '';
      }
    }
    yield block;
  };
  await pipeline(Readable.from(blocks()), createWriteStream(join(folder, name)));
}
