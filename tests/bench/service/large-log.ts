import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { Frontier, TILE_WIDTH } from '@chidu/sdk/log';
import { concatBytes, equalBytes } from '../../../sdk/src/codes/bytes.ts';
import {
  AUTHORITY,
  logSigner,
  objected,
  originOf,
} from '../../../sdk/src/service/store/fixtures/authority.ts';
import { CheckedTree } from '../../../sdk/src/service/store/log/checked-tree.ts';
import { checkpointNote } from '../../../sdk/src/service/store/log/checkpoint-signer.ts';
import { fastLeafHash, fastNodeHash } from '../../../sdk/src/service/store/log/fast-hash.ts';
import { logTables } from '../../../sdk/src/service/store/log/log-tables.ts';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import type { Transaction } from '../../../sdk/src/service/store/sql/database.ts';

const READER = fileURLToPath(new URL('large-log-reads.ts', import.meta.url));
const LOG = { authority: AUTHORITY, year: 2026 };
const SIZES = [100_000, 1_000_000, 10_000_000];
/** Entries of one transaction. */
const STRIDE = 64 * TILE_WIDTH;
/** Rows of one insert. */
const ROWS = 64;
const ENTRIES = ['authority', 'year', 'idx', 'at', 'kind', 'leaf', 'data'];

/**
 * A log as large as fits into the time, every entry, hash and tile of it real, written past the appender by a connection
 * that waits for no disk; and what reading costs at each size on the way, by a process that does nothing but read.
 */
export async function largeLog(
  folder: string,
  seconds: number,
): Promise<Record<string, string | number>[]> {
  const path = join(folder, 'large.db');
  const end = performance.now() + seconds * 1000;
  const rows: Record<string, string | number>[] = [];
  const tree = new GrowingTree();
  await inStore(path, (sql) => logTables.create(sql, LOG, 0));
  for (const wanted of SIZES) {
    const { size } = tree;
    generate(path, tree, wanted, end);
    if (tree.size === size) break;
    await inStore(path, (sql) =>
      logTables.advance(sql, LOG, { size: tree.size, at: 0, closed: 0 }),
    );
    await inStore(path, async (sql) => {
      const { head } = await CheckedTree.read(sql, LOG, tree.size);
      const note = await checkpointNote(originOf(2026), head, [await logSigner()]);
      await logTables.insertCheckpoint(sql, LOG, { ...head, note }, 0);
    });
    const args = ['--conditions=development', READER, path, String(tree.size)];
    rows.push(JSON.parse((await promisify(execFile)(process.execPath, args)).stdout));
    if (tree.size < wanted) break;
  }
  return rows;
}

async function inStore(path: string, work: (sql: Transaction) => Promise<unknown>): Promise<void> {
  const address = `sqlite:${path}`;
  const database = await openStore({ address, clock: Date.now, schema: 'migrate' });
  try {
    await database.write(work);
  } finally {
    await database.close();
  }
}

/** Entries are told apart by the id of their code alone, whose place in the bytes is always the same. */
function leafMaker(): (number: number) => Uint8Array {
  const leaf = (number: number) =>
    objected(number).data({ ...LOG, index: 0, time: 1_795_000_000_000 });
  const pattern = Buffer.from(leaf(0));
  const place = pattern.indexOf(Buffer.alloc(32));
  const made = (number: number) => {
    const data = Buffer.from(pattern);
    data.writeUIntBE(number, place + 26, 6);
    return data;
  };
  if (!equalBytes(made(123_456_789), leaf(123_456_789))) throw new Error('another leaf');
  return made;
}

function generate(path: string, tree: GrowingTree, wanted: number, end: number): void {
  const connection = new DatabaseSync(path);
  try {
    connection.exec('pragma journal_mode = off; pragma synchronous = off');
    const places = Array.from({ length: ROWS }, () => `(${ENTRIES.map(() => '?')})`);
    const insert = (values: readonly string[]) =>
      connection.prepare(`insert into log_entry (${ENTRIES}) values ${values}`);
    const [many, one] = [insert(places), insert(places.slice(0, 1))];
    const tile = connection.prepare(
      'insert into log_tile (authority, year, level, n, data, root) values (?, ?, ?, ?, ?, ?)',
    );
    const { authority, year } = LOG;
    const leafAt = leafMaker();
    while (tree.size < wanted && performance.now() < end) {
      const to = Math.min(tree.size + STRIDE, wanted);
      connection.exec('begin');
      while (tree.size < to) {
        const values: (string | number | Uint8Array)[] = [];
        const count = to - tree.size < ROWS ? 1 : ROWS;
        for (let at = 0; at < count; at += 1) {
          const data = leafAt(tree.size);
          const leaf = fastLeafHash(data);
          values.push(authority, year, tree.size, 0, 'objected', leaf, data);
          tree.append(leaf, (level, n, hashes, root) =>
            tile.run(authority, year, level, n, hashes, root),
          );
        }
        (count === ROWS ? many : one).run(...values);
      }
      connection.exec('commit');
    }
  } finally {
    connection.close();
  }
}

type Filled = (level: number, n: number, hashes: Uint8Array, root: Uint8Array) => void;

/** A tree that hands over each tile as it becomes full. */
class GrowingTree {
  readonly #edges: { n: number; hashes: Uint8Array[]; frontier: Frontier }[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  append(leaf: Uint8Array, filled: Filled): void {
    this.#size += 1;
    this.#append(0, leaf, filled);
  }

  #append(level: number, hash: Uint8Array, filled: Filled): void {
    this.#edges[level] ??= { n: 0, hashes: [], frontier: new Frontier(fastNodeHash) };
    const edge = this.#edges[level];
    edge.hashes.push(hash);
    edge.frontier.append(hash);
    if (edge.hashes.length < TILE_WIDTH) return;
    const root = edge.frontier.root();
    filled(level, edge.n, concatBytes(edge.hashes), root);
    this.#edges[level] = { n: edge.n + 1, hashes: [], frontier: new Frontier(fastNodeHash) };
    this.#append(level + 1, root, filled);
  }
}
