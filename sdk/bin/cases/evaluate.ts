import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import {
  type Entry,
  evaluate as evaluateSet,
  parseEntry,
  parsePools,
  parseQrels,
  type Ranking,
} from '@chidu/sdk/cases/evaluate';
import { ChiduError } from '@chidu/sdk/errors';
import type { CommandIo } from '../command.ts';
import { progress } from '../progress.ts';

const OPTIONS = {
  docs: { type: 'string' },
  queries: { type: 'string' },
  qrels: { type: 'string' },
  pool: { type: 'string' },
  relevant: { type: 'string' },
  by: { type: 'string', default: 'close' },
  'text-only': { type: 'boolean', default: false },
} as const;

const RANKINGS: readonly Ranking[] = ['close', 'index', 'bm25'];

/** `chidu cases evaluate`: measures the ranking on a data set and prints it as JSON; 2 when called wrongly. */
export async function evaluate(args: readonly string[], io: CommandIo): Promise<number> {
  const values = options(args);
  if (values === null) return 2;
  const { docs, queries, qrels, pool, relevant, by, textOnly } = values;
  const path = (file: string) => resolve(io.cwd, file);
  try {
    const asked: Entry[] = [];
    for await (const entry of entries(path(queries))) asked.push(entry);
    const tell = progress(io);
    const report = await evaluateSet(
      {
        docs: counted(entries(path(docs)), (count) => tell(() => `${count} 份文书 · documents`)),
        queries: asked,
        labels: parseQrels(await readFile(path(qrels), 'utf8')),
        ...(pool === undefined ? {} : { pools: parsePools(await readFile(path(pool), 'utf8')) }),
      },
      {
        by,
        textOnly,
        onProgress: (done, of) => tell(() => `${done} / ${of} 个查询 · queries`),
        ...(relevant === undefined ? {} : { relevant }),
        ...(io.signal === undefined ? {} : { signal: io.signal }),
      },
    );
    io.out(`${JSON.stringify(report)}\n`);
    return 0;
  } catch (error) {
    const { code, path: missing } = error as NodeJS.ErrnoException;
    if (code !== 'ENOENT') throw error;
    throw new ChiduError('evaluate-file', `no file ${missing}`, {
      at: missing ?? '',
      cause: error,
    });
  }
}

function options(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options: OPTIONS, strict: true });
    const { docs, queries, qrels } = values;
    const by = RANKINGS.find((name) => name === values.by);
    const relevant = values.relevant === undefined ? undefined : Number(values.relevant);
    if (docs === undefined || queries === undefined || qrels === undefined || by === undefined)
      return null;
    if (relevant !== undefined && !Number.isFinite(relevant)) return null;
    return { docs, queries, qrels, pool: values.pool, relevant, by, textOnly: values['text-only'] };
  } catch {
    return null;
  }
}

async function* counted<T>(items: AsyncIterable<T>, tell: (count: number) => void) {
  let count = 0;
  for await (const item of items) {
    count += 1;
    tell(count);
    yield item;
  }
}

/** Files of any size: they are read line by line. */
async function* entries(file: string): AsyncGenerator<Entry> {
  const stream = createReadStream(file, 'utf8');
  // An error before the first line is asked for would otherwise be lost.
  const failed = new Promise<never>((_, reject) => stream.once('error', reject));
  failed.catch(() => {});
  await Promise.race([new Promise((opened) => stream.once('open', opened)), failed]);
  let number = 0;
  for await (const line of createInterface({ input: stream, crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() !== '') yield parseEntry(line.replace(/^\uFEFF/, ''), number);
  }
}
