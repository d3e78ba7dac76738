import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  formatReceipt,
  leafHash,
  proveConsistency,
  proveInclusion,
  TILE_WIDTH,
  tilesFilled,
} from '@chidu/sdk/log';
import { concatBytes } from '../../../sdk/src/codes/bytes.ts';
import { tileRoot } from '../../../sdk/src/log/tile.ts';
import {
  AUTHORITY,
  logSigner,
  objected,
  originOf,
} from '../../../sdk/src/service/store/fixtures/authority.ts';
import { CheckedTree } from '../../../sdk/src/service/store/log/checked-tree.ts';
import { checkpointNote } from '../../../sdk/src/service/store/log/checkpoint-signer.ts';
import { logTables } from '../../../sdk/src/service/store/log/log-tables.ts';
import { keptTiles } from '../../../sdk/src/service/store/log/stored-tiles.ts';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import type { Database, Transaction } from '../../../sdk/src/service/store/sql/database.ts';
import { milliseconds, percentile } from './percentile.ts';

const LOG = { authority: AUTHORITY, year: 2026 };
const SIZES = [100_000, 1_000_000, 10_000_000];
/** Entries of one transaction: whole tiles. */
const STRIDE = 64 * TILE_WIDTH;
const READS = 3_000;
const PROOFS = 300;

/**
 * A log as large as fits into the time, every entry and every hash of it real, written past the appender; and what
 * reading costs at each size on the way.
 */
export async function largeLog(
  folder: string,
  seconds: number,
): Promise<Record<string, string | number>[]> {
  const path = join(folder, 'large.db');
  const database = await openStore({
    address: `sqlite:${path}`,
    clock: Date.now,
    schema: 'migrate',
  });
  const end = performance.now() + seconds * 1000;
  const rows: Record<string, string | number>[] = [];
  try {
    await database.write((sql) => logTables.create(sql, LOG, 0));
    let size = 0;
    for (const wanted of SIZES) {
      const from = size;
      while (size < wanted && performance.now() < end) {
        const to = Math.min(size + STRIDE, wanted);
        await database.write((sql) => generate(sql, size, to));
        size = to;
      }
      if (size === from) break;
      rows.push(await measure(database, path, size));
      if (size < wanted) break;
    }
    return rows;
  } finally {
    await database.close();
  }
}

async function generate(sql: Transaction, from: number, to: number): Promise<void> {
  const entries = Array.from({ length: to - from }, (_, at) => {
    const data = objected(from + at).data({ ...LOG, index: from + at, time: 1_795_000_000_000 });
    return { idx: from + at, at: 0, kind: 'objected', leaf: leafHash(data), data };
  });
  await logTables.insertEntries(sql, LOG, entries);
  // What an earlier step left short of a whole tile begins before `from`.
  const start = from - (from % TILE_WIDTH);
  const before = await logTables.entries(sql, LOG, start, from);
  const leaves = [...before, ...entries].map(({ leaf }) => leaf);
  for (const { level, index } of tilesFilled(from, to)) {
    const first = index * TILE_WIDTH;
    const data = concatBytes(
      level === 0
        ? leaves.slice(first - start, first - start + TILE_WIDTH)
        : await logTables.tileRoots(sql, LOG, level - 1, first, first + TILE_WIDTH),
    );
    await logTables.insertTile(sql, LOG, level, index, { data, root: tileRoot(data) });
  }
  await logTables.advance(sql, LOG, { size: to, at: 0, closed: 0 });
}

async function measure(database: Database, path: string, size: number) {
  const { reader } = database;
  const { head } = await CheckedTree.read(reader, LOG, size);
  const note = await checkpointNote(originOf(2026), head, [await logSigner()]);
  await database.write((sql) => logTables.insertCheckpoint(sql, LOG, { ...head, note }, 0));
  const read = keptTiles(reader)(LOG);
  const times: number[] = [];
  let bytes = 0;
  const started = performance.now();
  for (let at = 0; at < READS; at += 1) {
    const before = performance.now();
    const index = Math.floor((at * 0.618_033_988_749_895 * size) % size);
    const [entry] = await logTables.entries(reader, LOG, index, index + 1);
    const proof = await proveInclusion(index, size, read);
    const receipt = formatReceipt({
      entry: (entry as { data: Uint8Array }).data,
      index,
      proof,
      note,
    });
    bytes = Math.max(bytes, receipt.length);
    times.push(performance.now() - before);
  }
  const perSecond = (READS * 1000) / (performance.now() - started);
  const growth: number[] = [];
  let hashes = 0;
  for (let at = 1; at <= PROOFS; at += 1) {
    const before = performance.now();
    hashes = Math.max(
      hashes,
      (await proveConsistency(Math.ceil((at * size) / (PROOFS + 1)), size, read)).length,
    );
    growth.push(performance.now() - before);
  }
  return {
    what: `log of ${size.toLocaleString('en')} entries`,
    'reads per second': Math.round(perSecond),
    'p50 ms': milliseconds(percentile(times, 0.5)),
    'p99 ms': milliseconds(percentile(times, 0.99)),
    'receipt bytes': bytes,
    'inclusion bytes': 32 * (await proveInclusion(0, size, read)).length,
    'consistency bytes': 32 * hashes,
    'consistency p50 ms': milliseconds(percentile(growth, 0.5)),
    'store bytes per entry': Math.round(statSync(path).size / size),
    'memory MB': Math.round(process.memoryUsage().rss / 2 ** 20),
  };
}
