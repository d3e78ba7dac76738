import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { leafHash, TILE_WIDTH, tilesFilled } from '@chidu/sdk/log';
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
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import type { Database, Transaction } from '../../../sdk/src/service/store/sql/database.ts';

const READER = fileURLToPath(new URL('large-log-reads.ts', import.meta.url));
const LOG = { authority: AUTHORITY, year: 2026 };
const SIZES = [100_000, 1_000_000, 10_000_000];
/** Entries of one transaction: whole tiles. */
const STRIDE = 64 * TILE_WIDTH;

/**
 * A log as large as fits into the time, every entry and every hash of it real, written past the appender; and what
 * reading costs at each size on the way, by a process that does nothing but read.
 */
export async function largeLog(
  folder: string,
  seconds: number,
): Promise<Record<string, string | number>[]> {
  const path = join(folder, 'large.db');
  const end = performance.now() + seconds * 1000;
  const rows: Record<string, string | number>[] = [];
  let size = 0;
  for (const wanted of SIZES) {
    const from = size;
    const database = await openStore({
      address: `sqlite:${path}`,
      clock: Date.now,
      schema: 'migrate',
    });
    try {
      await database.write((sql) => logTables.create(sql, LOG, 0));
      while (size < wanted && performance.now() < end) {
        const to = Math.min(size + STRIDE, wanted);
        await database.write((sql) => generate(sql, size, to));
        size = to;
      }
      if (size === from) break;
      await sign(database, size);
    } finally {
      await database.close();
    }
    const args = ['--conditions=development', READER, path, String(size)];
    rows.push(JSON.parse((await promisify(execFile)(process.execPath, args)).stdout));
    if (size < wanted) break;
  }
  return rows;
}

async function sign(database: Database, size: number): Promise<void> {
  const { head } = await CheckedTree.read(database.reader, LOG, size);
  const note = await checkpointNote(originOf(2026), head, [await logSigner()]);
  await database.write((sql) => logTables.insertCheckpoint(sql, LOG, { ...head, note }, 0));
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
    const data =
      level === 0
        ? concatBytes(leaves.slice(first - start, first - start + TILE_WIDTH))
        : await logTables.tileRoots(sql, LOG, level - 1, first, first + TILE_WIDTH);
    await logTables.insertTile(sql, LOG, level, index, { data, root: tileRoot(data) });
  }
  await logTables.advance(sql, LOG, { size: to, at: 0, closed: 0 });
}
