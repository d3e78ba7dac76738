import { equalBytes, toHex } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { Frontier } from '../../../log/frontier.ts';
import { HASH_BYTES } from '../../../log/hash.ts';
import { type TreeHead, treeRoot } from '../../../log/proof.ts';
import { TILE_WIDTH, tileRoot } from '../../../log/tile.ts';
import type { Sql } from '../sql/database.ts';
import { type LogKey, logTables } from './log-tables.ts';
import { hashesOf, storedTiles } from './stored-tiles.ts';

/** Entries read at a time: some tiles, a few megabytes. */
const STRIDE = 16 * TILE_WIDTH;

/**
 * Recompute a log from the bytes of its entries, and hold it against its tiles and its last checkpoint.
 * @returns Its head, signed or not.
 * @throws {ChiduError} `log-entry-altered` or `log-inconsistent`, with the place in its fields.
 */
export async function checkLog(sql: Sql, log: LogKey): Promise<TreeHead> {
  const size = (await logTables.state(sql, log))?.size ?? 0;
  const checkpoint = await logTables.latestCheckpoint(sql, log);
  const signed = checkpoint?.size ?? 0;
  const frontier = new Frontier();
  for await (const hash of recomputed(sql, log, 0, size, signed)) {
    frontier.append(hash);
    if (frontier.size !== signed || checkpoint === null) continue;
    refuseOtherRoot(log, frontier.root(), checkpoint);
    refuseOtherRoot(log, await treeRoot(signed, storedTiles(sql, log)), checkpoint);
  }
  return { size, root: frontier.root() };
}

/** Recompute the newest `count` entries or a few more, and hold them against their tiles. */
export async function checkTail(sql: Sql, log: LogKey, count: number): Promise<void> {
  const size = (await logTables.state(sql, log))?.size ?? 0;
  const signed = (await logTables.latestCheckpoint(sql, log))?.size ?? 0;
  const first = Math.max(0, size - count);
  for await (const _ of recomputed(sql, log, first - (first % TILE_WIDTH), size, signed));
}

/** Every log of the database, as text that differs where one of them does. */
export async function checkLogs(sql: Sql): Promise<string[]> {
  const heads: string[] = [];
  for (const log of await logTables.all(sql)) {
    const { size, root } = await checkLog(sql, log);
    heads.push(`${log.authority} ${log.year} ${size} ${toHex(root)}`);
  }
  return heads;
}

/** Hashes of entries from a border of tiles on, each full tile below `signed` held against its row. */
async function* recomputed(
  sql: Sql,
  log: LogKey,
  from: number,
  to: number,
  signed: number,
): AsyncGenerator<Uint8Array> {
  for (let start = from; start < to; start += STRIDE) {
    const end = Math.min(start + STRIDE, to);
    const rows = await logTables.leaves(sql, log, start, end);
    const hashes = hashesOf(log, start, rows);
    if (hashes.length < end - start) throw inconsistent(log, { index: start + hashes.length });
    for (let at = start; at + TILE_WIDTH <= Math.min(end, signed); at += TILE_WIDTH) {
      await checkTile(sql, log, at / TILE_WIDTH, hashes.slice(at - start, at - start + TILE_WIDTH));
    }
    yield* hashes;
  }
}

async function checkTile(sql: Sql, log: LogKey, n: number, hashes: readonly Uint8Array[]) {
  const data = await logTables.tile(sql, log, 0, n);
  const root = await logTables.tileRoots(sql, log, 0, n, n + 1);
  const holds =
    data?.length === TILE_WIDTH * HASH_BYTES &&
    hashes.every((hash, at) =>
      equalBytes(hash, data.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
    ) &&
    equalBytes(root, tileRoot(data));
  if (!holds) throw inconsistent(log, { tile: n });
}

function refuseOtherRoot(log: LogKey, found: Uint8Array, signed: TreeHead): void {
  if (!equalBytes(found, signed.root)) throw inconsistent(log, { size: signed.size });
}

const inconsistent = ({ authority, year }: LogKey, where: Record<string, number>): ChiduError => {
  const [[what, place] = ['', 0]] = Object.entries(where);
  return new ChiduError(
    'log-inconsistent',
    `The log of ${authority}, ${year}, does not hold together at ${what} ${place}.`,
    { fields: { authority, year, ...where } },
  );
};
