import { setImmediate } from 'node:timers/promises';
import { ChiduError } from '../../../errors.ts';
import { TILE_WIDTH, tilesFilled } from '../../../log/tile.ts';
import type { Sql } from '../sql/database.ts';
import { type CheckedTree, STRIDE } from './checked-tree.ts';
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
   * Publishes the newest head that is signed by now; with `all`, waits for that of everything this transaction has read
   * back. The newest checkpoint there is, or null for none.
   */
  finish(all: boolean): Promise<SignedHead | null>;
}

/**
 * Signs and publishes what is written of one log. Runs in the transaction of whoever holds the log's state, which does not
 * wait for the signer: it gets one question at a time, and with the next, once the answer is on its way to the disk,
 * everything that was read back meanwhile. So its disk and that of the database are not at work at every moment.
 */
export class Publisher {
  readonly log: LogKey;
  readonly #origin: string;
  readonly #signer: CheckpointSigner;
  readonly #tree: CheckedTree;
  /** How far the signer's tree goes once it has done what it was asked. */
  #remembered: number;
  /** Read back, and not sent to the signer yet. */
  #unsent: LeafRow[] = [];
  /** What it is at; null while it has nothing to do. */
  #signing: Promise<void> | null = null;
  #signed: SignedHead | null = null;
  /** Why it signed no more. */
  #failed: unknown;

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
    const published = handled(logTables.latestCheckpoint(sql, this.log));
    await this.#readBack(sql, size);
    this.#sign();
    return {
      finish: async (all) => {
        // What the signer has answered meanwhile is heard first.
        if (!all && this.#signing !== null) await setImmediate();
        while (all && this.#signing !== null) {
          await this.#signing;
          this.#sign();
        }
        if (this.#failed !== undefined) throw this.#failed;
        const signed = this.#signed;
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

  /** Take the tree on to `size`, and what the signer has not seen with it. */
  async #readBack(sql: Sql, size: number): Promise<void> {
    const read = this.#tree.size;
    const fresh = await this.#tree.advance(sql, size);
    // What this process read before it knew the signer, and where a connection broke.
    if (this.#remembered + this.#unsent.length < read) {
      this.#unsent = [];
      for (let from = this.#remembered; from < read; from += STRIDE) {
        const to = Math.min(read, from + STRIDE);
        this.#unsent = this.#unsent.concat(await logTables.leaves(sql, this.log, from, to));
      }
    }
    // Others may have written any number of them: too many to be the arguments of a call.
    this.#unsent = this.#unsent.concat(fresh);
  }

  #sign(): void {
    const fresh = this.#unsent;
    if (this.#signing !== null || this.#failed !== undefined) return;
    if (fresh.length === 0 && this.#signed !== null) return;
    const from = this.#remembered;
    const { head } = this.#tree;
    if (head.size === 0) return;
    this.#unsent = [];
    this.#remembered = head.size;
    const entries = fresh.map(({ data }) => data);
    this.#signing = this.#signer.sign(this.#origin, from, entries, head).then(
      (signed) => {
        this.#signed = signed;
        this.#signing = null;
      },
      (error) => {
        this.#failed = alteredIn(this.log, from, fresh) ?? error;
        this.#signing = null;
      },
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

/** Where the signer came to another head: which entry is not what its hash says, if it is one of these. */
function alteredIn(log: LogKey, from: number, rows: readonly LeafRow[]): unknown {
  try {
    hashesOf(log, from, rows);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** Waited for later, and perhaps never: it must not count as unhandled until then. */
function handled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
