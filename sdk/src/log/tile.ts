import { concatBytes } from '../codes/bytes.ts';
import { HASH_BYTES, nodeHash } from './hash.ts';

/** Hashes of a full tile (C2SP tlog-tiles). */
export const TILE_WIDTH = 256;
/** Levels of the tree that one tile spans: 2^8 = 256. */
export const TILE_HEIGHT = 8;

/**
 * A tile: `width` hashes of tile level `level`, from position `index · 256` on. On level 0 they are the hashes of
 * entries; on level l each is the root of a full tile of level l − 1.
 */
export interface TileAddress {
  readonly level: number;
  readonly index: number;
  /** 1 to 256; below 256 the tile is the last of its level in some tree. */
  readonly width: number;
}

/** The tile at (level, index) in a tree of `size` entries; null where that tree has none. */
export function tileIn(size: number, level: number, index: number): TileAddress | null {
  const width = Math.min(Math.floor(size / TILE_WIDTH ** level) - index * TILE_WIDTH, TILE_WIDTH);
  return width > 0 ? { level, index, width } : null;
}

/** Tiles that are full in a tree of `to` entries and were not in one of `from`: to be written, lowest level first. */
export function tilesFilled(from: number, to: number): TileAddress[] {
  const filled: TileAddress[] = [];
  for (let level = 0; TILE_WIDTH ** (level + 1) <= to; level++) {
    const end = Math.floor(to / TILE_WIDTH ** (level + 1));
    for (let index = Math.floor(from / TILE_WIDTH ** (level + 1)); index < end; index++) {
      filled.push({ level, index, width: TILE_WIDTH });
    }
  }
  return filled;
}

/** Every tile of a tree of `size` entries, lowest level first. */
export function* tilesOf(size: number): Generator<TileAddress> {
  for (let level = 0; ; level++) {
    const hashes = Math.floor(size / TILE_WIDTH ** level);
    if (hashes === 0) return;
    for (let index = 0; index * TILE_WIDTH < hashes; index++) {
      yield { level, index, width: Math.min(hashes - index * TILE_WIDTH, TILE_WIDTH) };
    }
  }
}

/**
 * The tree inside a tile, row by row: row h has the roots of its complete subtrees of height h, one after the other. Made once
 * for each array that a reader hands over, so that a reader that keeps its tiles proves without hashing; such an array must
 * not change.
 */
export function rowsOf(hashes: Uint8Array): readonly Uint8Array[] {
  const known = ROWS.get(hashes);
  if (known !== undefined) return known;
  const rows = rowsAbove(hashes, []);
  ROWS.set(hashes, rows);
  return rows;
}

/** The hash at a place of a row. */
export const hashAt = (row: Uint8Array, place: number): Uint8Array =>
  row.subarray(place * HASH_BYTES, (place + 1) * HASH_BYTES);

/** @param known rows of the same tile when it was narrower */
function rowsAbove(hashes: Uint8Array, known: readonly Uint8Array[]): readonly Uint8Array[] {
  const rows = [hashes];
  for (let row = hashes; row.length >= 2 * HASH_BYTES; ) {
    const width = Math.floor(row.length / (2 * HASH_BYTES));
    const above = new Uint8Array(width * HASH_BYTES);
    const before = known[rows.length] ?? new Uint8Array();
    above.set(before);
    for (let place = before.length / HASH_BYTES; place < width; place += 1) {
      const node = nodeHash(hashAt(row, 2 * place), hashAt(row, 2 * place + 1));
      above.set(node, place * HASH_BYTES);
    }
    rows.push(above);
    row = above;
  }
  return rows;
}

/**
 * A tile with the hashes behind it: what `rowsOf` made of the narrower one is taken over, so that a tile that grows by one
 * hash costs eight of its nodes at most, and not all.
 */
export function growTile(tile: Uint8Array, more: Uint8Array): Uint8Array {
  const grown = concatBytes([tile, more]);
  const before = ROWS.get(tile);
  if (before !== undefined) ROWS.set(grown, rowsAbove(grown, before));
  return grown;
}

const ROWS = new WeakMap<Uint8Array, readonly Uint8Array[]>();

/** Root of a full tile: its hash one tile level up. */
export const tileRoot = (hashes: Uint8Array): Uint8Array =>
  rowsOf(hashes)[TILE_HEIGHT] as Uint8Array;

/** `tile/0/x001/x234/067.p/12`: where a tile lies below the address of its log. */
export const tilePath = ({ level, index, width }: TileAddress): string =>
  `tile/${level}/${numberPath(index, width)}`;

/** `tile/entries/x001/x234/067.p/12`: where the entries of a tile of level 0 lie. */
export const bundlePath = ({ index, width }: Omit<TileAddress, 'level'>): string =>
  `tile/entries/${numberPath(index, width)}`;

function numberPath(index: number, width: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  const path = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return width === TILE_WIDTH ? path : `${path}.p/${width}`;
}

const PATH =
  /^tile\/(?<level>entries|0|[1-9]|[1-5]\d|6[0-3])\/(?<index>(?:x\d{3}\/)*\d{3})(?:\.p\/(?<width>[1-9]\d{0,2}))?$/;

/** What `tilePath` or `bundlePath` wrote, level `entries` for a bundle; null for any other spelling. */
export function parseTilePath(
  path: string,
): { readonly level: number | 'entries'; readonly index: number; readonly width: number } | null {
  const groups = PATH.exec(path)?.groups;
  if (groups === undefined) return null;
  const level = groups.level === 'entries' ? ('entries' as const) : Number(groups.level);
  const index = Number(groups.index?.replace(/[x/]/g, ''));
  const width = Number(groups.width ?? TILE_WIDTH);
  if (groups.width !== undefined && width >= TILE_WIDTH) return null;
  const tile = { level, index, width };
  const spelled = typeof level === 'number' ? tilePath({ ...tile, level }) : bundlePath(tile);
  return spelled === path ? tile : null;
}

/** An entry is at most this long: its length is written with two bytes. */
export const LONGEST_ENTRY = 0xffff;

/** Entries one after the other, each behind its length in two bytes, the larger first. */
export function encodeBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((length, entry) => length + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > LONGEST_ENTRY) throw new RangeError(`entry of ${entry.length} bytes`);
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 0xff;
    bundle.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bundle;
}

/** The entries of a bundle, or null where its bytes end too early. */
export function decodeBundle(bytes: Uint8Array): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const start = at + 2;
    at = start + (bytes[at] as number) * 256 + (bytes[at + 1] ?? 0);
    if (start > bytes.length || at > bytes.length) return null;
    entries.push(bytes.slice(start, at));
  }
  return entries;
}
