import { concatBytes } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { Frontier } from '../../../log/frontier.ts';
import type { TreeHead } from '../../../log/proof.ts';
import { TILE_WIDTH } from '../../../log/tile.ts';
import { type Range, rangeHashes } from '../../../log/tree-reader.ts';
import type { Sql } from '../sql/database.ts';
import { type LeafRow, type LogKey, logTables } from './log-tables.ts';
import { hashesOf, storedTiles } from './stored-tiles.ts';

/** Entries read at a time. */
const STRIDE = 16 * TILE_WIDTH;

/**
 * A tree as far as this process has checked it against what the database holds: entries go in as they were read back,
 * never as they were handed over.
 */
export class CheckedTree {
  readonly #log: LogKey;
  readonly #frontier: Frontier;
  /** Hashes of the entries of the last tile, and of those before that are not in a tile row yet. */
  #hashes: Uint8Array[];
  #from: number;

  private constructor(log: LogKey, frontier: Frontier, from: number, hashes: Uint8Array[]) {
    this.#log = log;
    this.#frontier = frontier;
    this.#from = from;
    this.#hashes = hashes;
  }

  get size(): number {
    return this.#frontier.size;
  }

  get head(): TreeHead {
    return { size: this.#frontier.size, root: this.#frontier.root() };
  }

  /**
   * The tree of the first `size` entries, from tiles and, where those end, from entries.
   * @throws {ChiduError} `log-entry-altered`; `log-inconsistent` where tiles or entries are missing.
   */
  static async read(sql: Sql, log: LogKey, size: number): Promise<CheckedTree> {
    const from = size - (size % TILE_WIDTH);
    const hashes = hashesOf(log, from, await logTables.leaves(sql, log, from, size));
    let nodes: Uint8Array[];
    try {
      nodes = await rangeHashes(size, completeSubtrees(size), storedTiles(sql, log));
    } catch (error) {
      throw error instanceof RangeError ? lacking(log, error) : error;
    }
    const frontier = Frontier.read(size, concatBytes(nodes)) as Frontier;
    return new CheckedTree(log, frontier, from, hashes);
  }

  copy(): CheckedTree {
    return new CheckedTree(this.#log, this.#frontier.copy(), this.#from, [...this.#hashes]);
  }

  /** For a signer that starts to remember here. */
  get frontier(): Frontier {
    return this.#frontier.copy();
  }

  /** Take in the entries up to `size`, some at a time; their hashes. */
  async advance(sql: Sql, size: number): Promise<Uint8Array[]> {
    const hashes: Uint8Array[] = [];
    while (this.size < size) {
      const to = Math.min(size, this.size + STRIDE);
      const before = this.size;
      hashes.push(...this.append(await logTables.leaves(sql, this.#log, before, to)));
      if (this.size < to) throw lacking(this.#log, new RangeError(`entry ${this.size}`));
    }
    return hashes;
  }

  /**
   * Take in the entries that follow, as they are in the database.
   * @returns Their hashes.
   * @throws {ChiduError} `log-entry-altered`.
   */
  append(rows: readonly LeafRow[]): readonly Uint8Array[] {
    const hashes = hashesOf(this.#log, this.size, rows);
    for (const hash of hashes) this.#frontier.append(hash);
    this.#hashes.push(...hashes);
    return hashes;
  }

  /** The hashes of the tile of level 0 at `index`; it has been filled since the last `forget`. */
  tile(index: number): Uint8Array {
    const from = index * TILE_WIDTH - this.#from;
    return concatBytes(this.#hashes.slice(from, from + TILE_WIDTH));
  }

  /** Drop the hashes of full tiles: they are in tile rows now. */
  forget(): void {
    const from = this.size - (this.size % TILE_WIDTH);
    this.#hashes = this.#hashes.slice(from - this.#from);
    this.#from = from;
  }
}

/** The largest complete subtrees of a tree, from left to right: what a frontier is made of. */
function completeSubtrees(size: number): Range[] {
  const ranges: Range[] = [];
  let start = 0;
  for (let width = 2 ** 52; width >= 1; width /= 2) {
    if (start + width > size) continue;
    ranges.push([start, start + width]);
    start += width;
  }
  return ranges;
}

const lacking = ({ authority, year }: LogKey, cause: RangeError): ChiduError =>
  new ChiduError(
    'log-inconsistent',
    `The log of ${authority}, ${year}, lacks entries or tiles: ${cause.message}`,
    { cause, fields: { authority, year } },
  );
