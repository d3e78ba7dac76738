import { HASH_BYTES, nodeHash } from './hash.ts';
import { hashAt, rowsOf, TILE_HEIGHT, TILE_WIDTH, type TileAddress, tileIn } from './tile.ts';

/**
 * Reads tiles, all of them at once, in the order asked for: each `width · 32` bytes, or more where a wider tile is at hand,
 * for its first `width` hashes are the same.
 */
export type ReadTiles = (tiles: readonly TileAddress[]) => Promise<readonly Uint8Array[]>;

/** Entries `[start, end)` of a tree: a range whose hash RFC 6962 §2.1 defines, aligned as its recursion splits. */
export type Range = readonly [start: number, end: number];

/** A complete subtree: `2^height` entries from `start` on. */
interface Subtree {
  readonly start: number;
  readonly height: number;
}

/**
 * Hashes of ranges of a tree of `size` entries, with one call to `read` for all of them. Nothing is checked here: a hash
 * from a hostile host makes a proof that does not verify.
 *
 * @throws {RangeError} where a tile is shorter than was asked for.
 */
export async function rangeHashes(
  size: number,
  ranges: readonly Range[],
  read: ReadTiles,
): Promise<Uint8Array[]> {
  const subtrees = ranges.map(subtreesOf);
  const tiles = new Map<string, TileAddress>();
  for (const subtree of subtrees.flat()) {
    const { tile } = placeOf(subtree, size);
    tiles.set(keyOf(tile), tile);
  }
  const addresses = [...tiles.values()];
  const contents = addresses.length === 0 ? [] : await read(addresses);
  const contentOf = new Map<string, Uint8Array>();
  for (const [at, tile] of addresses.entries()) {
    const content = contents[at];
    if (content === undefined || content.length < tile.width * HASH_BYTES) {
      throw new RangeError(`tile ${keyOf(tile)} has ${content?.length} bytes`);
    }
    contentOf.set(keyOf(tile), content);
  }
  return subtrees.map((parts) =>
    parts
      .map((subtree) => {
        const { tile, row, place } = placeOf(subtree, size);
        const content = contentOf.get(keyOf(tile)) as Uint8Array;
        return hashAt(rowsOf(content)[row] as Uint8Array, place);
      })
      .reduceRight((right, left) => nodeHash(left, right)),
  );
}

/** The complete subtrees of a range, from left to right. */
function subtreesOf([start, end]: Range): Subtree[] {
  const subtrees: Subtree[] = [];
  let at = start;
  while (at < end) {
    const height = Math.floor(Math.log2(end - at));
    // log2 of a number near 2^53 may round up to the next integer.
    const exact = 2 ** height > end - at ? height - 1 : height;
    subtrees.push({ start: at, height: exact });
    at += 2 ** exact;
  }
  return subtrees;
}

/** The tile that a subtree's root is read from, of the highest level that has it, and where in the tile's own tree. */
function placeOf({ start, height }: Subtree, size: number) {
  const level = Math.floor(height / TILE_HEIGHT);
  const row = height % TILE_HEIGHT;
  const first = start / TILE_WIDTH ** level;
  const tile = tileIn(size, level, Math.floor(first / TILE_WIDTH));
  if (tile === null) throw new RangeError(`a tree of ${size} has no entries from ${start} on`);
  return { tile, row, place: (first % TILE_WIDTH) / 2 ** row };
}

const keyOf = ({ level, index }: TileAddress): string => `${level}/${index}`;
