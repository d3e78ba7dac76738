import { concatBytes } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { Frontier } from '../../../log/frontier.ts';
import { HASH_BYTES } from '../../../log/hash.ts';
import type { TreeHead } from '../../../log/proof.ts';
import { hashAt, TILE_WIDTH } from '../../../log/tile.ts';
import type { Sql } from '../sql/database.ts';
import { fastNodeHash } from './fast-hash.ts';
import { type LeafRow, type LogKey, logTables } from './log-tables.ts';
import { hashesOf } from './stored-tiles.ts';

/** Entries read at a time. */
export const STRIDE = 16 * TILE_WIDTH;

/** One level of tiles: its hashes from the start of a tile on, and the tree inside the last of its tiles. */
interface Edge {
  from: number;
  hashes: Uint8Array[];
  frontier: Frontier;
}

/**
 * A tree as far as this process has read it back from the database, never as entries were handed over; and of each level
 * of tiles the hashes that are not in a tile row yet.
 */
export class CheckedTree {
  readonly #log: LogKey;
  /** From level 0 up. */
  readonly #edges: Edge[];
  #size: number;

  private constructor(log: LogKey, size: number, edges: Edge[]) {
    this.#log = log;
    this.#size = size;
    this.#edges = edges;
  }

  get size(): number {
    return this.#size;
  }

  get head(): TreeHead {
    return { size: this.#size, root: this.frontier.root() };
  }

  /** For a signer that starts to remember here. */
  get frontier(): Frontier {
    const parts = this.#edges.map(({ frontier }) => frontier.bytes()).reverse();
    return Frontier.read(this.#size, concatBytes(parts), fastNodeHash) as Frontier;
  }

  /**
   * The tree of the first `size` entries, from the roots of tiles and, where those end, from entries.
   * @throws {ChiduError} `log-entry-altered`; `log-inconsistent` where tiles or entries are missing.
   */
  static async read(sql: Sql, log: LogKey, size: number): Promise<CheckedTree> {
    const edges: Edge[] = [];
    for (let [level, count] = [0, size]; level === 0 || count > 0; level += 1) {
      const from = count - (count % TILE_WIDTH);
      const hashes =
        level === 0
          ? hashesOf(log, from, await logTables.leaves(sql, log, from, count))
          : hashesIn(await logTables.tileRoots(sql, log, level - 1, from, count));
      if (hashes.length < count - from) throw lacking(log, level, from + hashes.length);
      const frontier = new Frontier(fastNodeHash);
      for (const hash of hashes) frontier.append(hash);
      edges.push({ from, hashes, frontier });
      count = Math.floor(count / TILE_WIDTH);
    }
    return new CheckedTree(log, size, edges);
  }

  /**
   * Take in the entries up to `size`, some at a time.
   * @returns What was read. Whether the hash beside an entry is its own is for whoever gets it to find out.
   */
  async advance(sql: Sql, size: number): Promise<readonly LeafRow[]> {
    const read: LeafRow[] = [];
    while (this.#size < size) {
      const to = Math.min(size, this.#size + STRIDE);
      const rows = await logTables.leaves(sql, this.#log, this.#size, to);
      if (rows.length < to - this.#size) throw lacking(this.#log, 0, this.#size + rows.length);
      for (const { leaf } of rows) this.#append(0, leaf);
      this.#size = to;
      read.push(...rows);
    }
    return read;
  }

  #append(level: number, hash: Uint8Array): void {
    this.#edges[level] ??= { from: 0, hashes: [], frontier: new Frontier(fastNodeHash) };
    const edge = this.#edges[level];
    edge.hashes.push(hash);
    edge.frontier.append(hash);
    if (edge.frontier.size < TILE_WIDTH) return;
    const root = edge.frontier.root();
    edge.frontier = new Frontier(fastNodeHash);
    this.#append(level + 1, root);
  }

  /** A tile that has been filled since the last `forget`: its hashes and its root. */
  tile(level: number, index: number): { readonly data: Uint8Array; readonly root: Uint8Array } {
    const { from, hashes } = this.#edges[level] as Edge;
    const above = this.#edges[level + 1] as Edge;
    const start = index * TILE_WIDTH - from;
    return {
      data: concatBytes(hashes.slice(start, start + TILE_WIDTH)),
      root: above.hashes[index - above.from] as Uint8Array,
    };
  }

  /** Drop the hashes of tiles that are full at `size`: they are in tile rows now. */
  forget(size: number): void {
    let count = size;
    for (const edge of this.#edges) {
      const from = count - (count % TILE_WIDTH);
      if (from > edge.from) {
        edge.hashes = edge.hashes.slice(from - edge.from);
        edge.from = from;
      }
      count = Math.floor(count / TILE_WIDTH);
    }
  }
}

const hashesIn = (bytes: Uint8Array): Uint8Array[] =>
  Array.from({ length: bytes.length / HASH_BYTES }, (_, place) => hashAt(bytes, place));

const lacking = ({ authority, year }: LogKey, level: number, index: number): ChiduError =>
  new ChiduError(
    'log-inconsistent',
    `The log of ${authority}, ${year}, lacks ${level === 0 ? 'entry' : `a tile of level ${level - 1}:`} ${index}.`,
    { fields: { authority, year, index } },
  );
