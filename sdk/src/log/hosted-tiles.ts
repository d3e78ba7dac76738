import { HASH_BYTES } from './hash.ts';
import { TILE_WIDTH, tilePath } from './tile.ts';
import type { ReadTiles } from './tree-reader.ts';

/**
 * The bytes at a path below the address of a log, or null where the host has none there (404). A throw is a host out of
 * reach.
 */
export type GetFromLog = (path: string) => Promise<Uint8Array | null>;

/**
 * Tiles from any static host. A host may have dropped a partial tile whose full one exists by now: its first hashes are
 * the same (C2SP tlog-tiles, "Partial Tiles").
 * @throws {RangeError} where the host has neither.
 */
export function hostedTiles(get: GetFromLog): ReadTiles {
  return (tiles) =>
    Promise.all(
      tiles.map(async (tile) => {
        const found =
          (await get(tilePath(tile))) ??
          (tile.width < TILE_WIDTH ? await get(tilePath({ ...tile, width: TILE_WIDTH })) : null);
        if (found === null) throw new RangeError(`the host has no ${tilePath(tile)}`);
        return found.length > tile.width * HASH_BYTES
          ? found.subarray(0, tile.width * HASH_BYTES)
          : found;
      }),
    );
}
