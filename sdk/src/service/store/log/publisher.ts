import { ChiduError } from '../../../errors.ts';
import { TILE_WIDTH, tilesFilled } from '../../../log/tile.ts';
import type { Sql } from '../sql/database.ts';
import type { CheckedTree } from './checked-tree.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import {
  type LeafRow,
  type LogKey,
  type LogState,
  logTables,
  type SignedHead,
} from './log-tables.ts';
import { hashesOf } from './stored-tiles.ts';

/** A checkpoint on its way: signed while other statements of the transaction run. */
export interface Publication {
  /**
   * Publishes the head that was on its way to the signer before this transaction began; with `all`, what this one has
   * read back too, and waits for that. The newest checkpoint there is, or null for none.
   */
  finish(all: boolean): Promise<SignedHead | null>;
}

/** Signs and publishes what is written of one log. Runs in the transaction of whoever holds the log's state. */
export class Publisher {
  readonly log: LogKey;
  readonly #origin: string;
  readonly #signer: CheckpointSigner;
  readonly #tree: CheckedTree;
  /** How far the signer's tree goes once it has done what it was asked. */
  #remembered: number;
  /** The head that it was asked for last in this process: its size, and what becomes of it. */
  #asked = 0;
  #signing: Promise<SignedHead | null> = Promise.resolve(null);

  constructor(
    log: LogKey,
    origin: string,
    signer: CheckpointSigner,
    { tree, remembered }: { tree: CheckedTree; remembered: number },
  ) {
    this.log = log;
    this.#origin = origin;
    this.#signer = signer;
    this.#tree = tree;
    this.#remembered = remembered;
  }

  /**
   * Nothing is written behind what this process has read back: the database was replaced under it.
   * @throws {ChiduError} `log-rollback`.
   */
  refuseShorter({ size }: LogState): void {
    const read = this.#tree.size;
    if (size >= read) return;
    const { authority, year } = this.log;
    throw new ChiduError(
      'log-rollback',
      `${this.#origin} has ${size} entries, and had ${read} a moment ago.`,
      { fields: { authority, year, origin: this.#origin, size, read } },
    );
  }

  /**
   * Read back what was written since the last time, by whomever, and have it signed. What is read is on disk, whatever
   * becomes of this transaction; so is the signature valid.
   * @throws {ChiduError} `log-inconsistent`.
   */
  async begin(sql: Sql, { size, at }: LogState): Promise<Publication> {
    const before = this.#signing;
    const published = handled(logTables.latestCheckpoint(sql, this.log));
    const fresh = await this.#unsigned(sql, size);
    if (this.#asked < size) this.#sign(fresh);
    return {
      finish: async (all) => {
        const signed = await (all ? this.#signing : before);
        const last = await published;
        const from = last?.size ?? 0;
        if (signed === null || signed.size <= from) return last;
        await this.#fillTiles(sql, from, signed.size);
        await logTables.insertCheckpoint(sql, this.log, signed, at);
        return signed;
      },
    };
  }

  /** The transaction that published this head is on disk: its tiles need not be kept. */
  keep(head: SignedHead): void {
    this.#tree.forget(head.size);
  }

  /** Entries that the signer has not seen, the tree taken on to `size`. */
  async #unsigned(sql: Sql, size: number): Promise<readonly LeafRow[]> {
    const from = this.#remembered;
    const read = this.#tree.size;
    const fresh = await this.#tree.advance(sql, size);
    if (from >= read) return fresh.slice(from - read);
    // Another process has signed since; this one's signer catches up.
    return [...(await logTables.leaves(sql, this.log, from, read)), ...fresh];
  }

  #sign(fresh: readonly LeafRow[]): void {
    const from = this.#remembered;
    const { head } = this.#tree;
    this.#asked = head.size;
    this.#remembered = head.size;
    const entries = fresh.map(({ data }) => data);
    this.#signing = handled(
      this.#signer.sign(this.#origin, from, entries, head).catch((error) => {
        // Where it came to another head: which entry is not what its hash says.
        hashesOf(this.log, from, fresh);
        throw error;
      }),
    );
  }

  /** Write the tiles that became full, and read them back. */
  async #fillTiles(sql: Sql, from: number, to: number): Promise<void> {
    for (const { level, index } of tilesFilled(from, to)) {
      const { data, root } = this.#tree.tile(level, index);
      if (level > 0) {
        const first = index * TILE_WIDTH;
        const end = first + TILE_WIDTH;
        this.#hold(data, await logTables.tileRoots(sql, this.log, level - 1, first, end), to);
      }
      await logTables.insertTile(sql, this.log, level, index, { data, root });
      this.#hold(data, await logTables.tile(sql, this.log, level, index), to);
      this.#hold(root, await logTables.tileRoots(sql, this.log, level, index, index + 1), to);
    }
  }

  /** What the database answers is what the signed tree has in this place. */
  #hold(expected: Uint8Array, found: Uint8Array | null, size: number): void {
    if (found !== null && Buffer.compare(found, expected) === 0) return;
    throw new ChiduError('log-inconsistent', `Tiles of ${this.#origin} lead to another root.`, {
      fields: { origin: this.#origin, size },
    });
  }
}

/** Waited for later, and perhaps never: it must not count as unhandled until then. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
