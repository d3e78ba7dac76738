import { equalBytes } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { HASH_BYTES, leafHash } from '../../../log/hash.ts';
import { growTile, TILE_WIDTH, type TileAddress } from '../../../log/tile.ts';
import type { ReadTiles } from '../../../log/tree-reader.ts';
import type { Sql } from '../sql/database.ts';
import { type LeafRow, type LogKey, logTables } from './log-tables.ts';

/**
 * Tiles from the store, for proofs. A full one was written when it became full; of the last of a level the hashes are
 * gathered as they stand beside the entries. A wrong one makes a proof that does not verify; what is signed is
 * recomputed from the entries: `CheckedTree`.
 */
export function storedTiles(sql: Sql, log: LogKey): ReadTiles {
  return (tiles) => Promise.all(tiles.map((tile) => readTile(sql, log, tile)));
}

async function readTile(sql: Sql, log: LogKey, tile: TileAddress): Promise<Uint8Array> {
  const { level, index, width } = tile;
  const full = await logTables.tile(sql, log, level, index);
  return full === null ? readHashes(sql, log, tile, 0) : full.subarray(0, width * HASH_BYTES);
}

/** The hashes of a tile behind the first `known`, as they stand beside the entries and tiles below. */
function readHashes(
  sql: Sql,
  log: LogKey,
  { level, index, width }: TileAddress,
  known: number,
): Promise<Uint8Array> {
  const [from, to] = [index * TILE_WIDTH + known, index * TILE_WIDTH + width];
  return level === 0
    ? logTables.leafHashes(sql, log, from, to)
    : logTables.tileRoots(sql, log, level - 1, from, to);
}

/** Tiles kept in memory at most; with the nodes inside them 16 kB each. */
const KEPT = 256;

/**
 * The same, keeping what was read last: a hash in a tile never changes, and a proof from kept tiles costs no hashing. Of a
 * tile that has grown, only what came behind is read and hashed; where a narrower one is asked for, the wider is answered.
 */
export function keptTiles(sql: Sql): (log: LogKey) => ReadTiles {
  const kept = new Map<string, Promise<Uint8Array>>();
  const read = (log: LogKey, tile: TileAddress): Promise<Uint8Array> => {
    const name = `${log.authority} ${log.year} ${tile.level} ${tile.index}`;
    const before = kept.get(name);
    const found = before ? widened(sql, log, tile, before) : readTile(sql, log, tile);
    kept.delete(name);
    kept.set(name, found);
    found.catch(() => kept.get(name) === found && kept.delete(name));
    const [oldest] = kept.keys();
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return found;
  };
  return (log) => (tiles) => Promise.all(tiles.map((tile) => read(log, tile)));
}

async function widened(
  sql: Sql,
  log: LogKey,
  tile: TileAddress,
  before: Promise<Uint8Array>,
): Promise<Uint8Array> {
  const narrow = await before;
  const known = narrow.length / HASH_BYTES;
  if (known >= tile.width) return narrow;
  return growTile(narrow, await readHashes(sql, log, tile, known));
}

/**
 * Hashes of entries, computed from their bytes and not taken from the column beside them; and by another implementation
 * than wrote that column, so that a fault of one does not pass.
 * @throws {ChiduError} `log-entry-altered` with the index in its fields where the two differ or an entry is missing.
 */
export function hashesOf(
  { authority, year }: LogKey,
  from: number,
  rows: readonly LeafRow[],
): Uint8Array[] {
  return rows.map(({ idx, leaf, data }, at) => {
    const found = leafHash(data);
    if (idx === from + at && equalBytes(found, leaf)) return found;
    throw new ChiduError(
      'log-entry-altered',
      `Entry ${from + at} of the log of ${authority}, ${year}, is not what was logged.`,
      { fields: { authority, year, index: from + at } },
    );
  });
}
