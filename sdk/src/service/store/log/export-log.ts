import {
  bundlePath,
  encodeBundle,
  TILE_WIDTH,
  type TileAddress,
  tilePath,
  tilesOf,
} from '../../../log/tile.ts';
import type { Sql } from '../sql/database.ts';
import { type LogKey, logTables } from './log-tables.ts';
import { storedTiles } from './stored-tiles.ts';

/** One file of a log as it is served: C2SP tlog-tiles. */
export interface LogFile {
  /** Below the address of the log. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/**
 * A log up to its last checkpoint as the files that a mirror serves: tiles, entries, and the checkpoint last, so that a
 * copy that was cut off says nothing that it does not have. Nothing for a log without a checkpoint.
 */
export async function* logFiles(sql: Sql, log: LogKey): AsyncGenerator<LogFile> {
  const checkpoint = await logTables.latestCheckpoint(sql, log);
  if (checkpoint === null) return;
  const read = storedTiles(sql, log);
  for (const tile of tilesOf(checkpoint.size)) {
    const [bytes] = await read([tile]);
    yield { path: tilePath(tile), bytes: bytes as Uint8Array };
    if (tile.level === 0) yield await bundle(sql, log, tile);
  }
  const lines = await logTables.cosignatures(sql, log, checkpoint.size);
  const note = [checkpoint.note, ...lines.map(({ line }) => `${line.trimEnd()}\n`)].join('');
  yield { path: 'checkpoint', bytes: new TextEncoder().encode(note) };
}

async function bundle(sql: Sql, log: LogKey, tile: TileAddress): Promise<LogFile> {
  const from = tile.index * TILE_WIDTH;
  const rows = await logTables.leaves(sql, log, from, from + tile.width);
  return { path: bundlePath(tile), bytes: encodeBundle(rows.map(({ data }) => data)) };
}
