import { concatBytes, equalBytes } from '../../../codes/bytes.ts';
import { ChiduError } from '../../../errors.ts';
import { type TreeHead, treeRoot } from '../../../log/proof.ts';
import { TILE_WIDTH, tileRoot, tilesFilled } from '../../../log/tile.ts';
import type { Sql } from '../sql/database.ts';
import type { CheckedTree } from './checked-tree.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { type LogKey, type LogState, logTables, type SignedHead } from './log-tables.ts';
import { hashesOf, storedTiles } from './stored-tiles.ts';

/** A checkpoint on its way: signed while other statements of the transaction run. */
export interface Publication {
  readonly tree: CheckedTree;
  /** Waits for the signature and publishes the checkpoint; the newest there is, or null for none. */
  finish(): Promise<SignedHead | null>;
}

/** Signs and publishes what is written of one log. Runs in the transaction of whoever holds the log's state. */
export class Publisher {
  readonly log: LogKey;
  readonly #origin: string;
  readonly #signer: CheckpointSigner;
  #tree: CheckedTree;
  #remembered: number;
  #signing: Promise<unknown> = Promise.resolve();

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
   * Read back what was written since the last checkpoint, by whomever, write the tiles that became full, and have the
   * head signed.
   * @throws {ChiduError} `log-entry-altered`, `log-inconsistent`, and what the signer throws.
   */
  async begin(sql: Sql, { size, at }: LogState): Promise<Publication> {
    // Of a transaction that failed meanwhile.
    await this.#signing;
    const last = await logTables.latestCheckpoint(sql, this.log);
    const published = last?.size ?? 0;
    if (published === size) return { tree: this.#tree, finish: async () => last };
    const tree = this.#tree.copy();
    const leaves = await this.#unsigned(sql, tree, size);
    const { head } = tree;
    await this.#fillTiles(sql, tree, published, head);
    const signing = this.#sign(leaves, head);
    // Looked at in `finish`, which is not reached where another statement fails first.
    this.#signing = signing.catch(() => undefined);
    const finish = async () => {
      const signed = await signing;
      await logTables.insertCheckpoint(sql, this.log, signed, at);
      return signed;
    };
    return { tree, finish };
  }

  /** The transaction is on disk: what it checked need not be checked again. */
  keep({ tree }: Publication): void {
    this.#tree = tree;
    tree.forget();
  }

  /** Hashes of the entries that the signer has not seen, the tree taken on to `size`. */
  async #unsigned(sql: Sql, tree: CheckedTree, size: number): Promise<readonly Uint8Array[]> {
    const from = this.#remembered;
    const checked = tree.size;
    const fresh = await tree.advance(sql, size);
    if (from >= checked) return fresh.slice(from - checked);
    // Another process has signed since; this one's signer catches up.
    const missed = await logTables.leaves(sql, this.log, from, checked);
    return [...hashesOf(this.log, from, missed), ...fresh];
  }

  async #fillTiles(sql: Sql, tree: CheckedTree, from: number, head: TreeHead): Promise<void> {
    const filled = tilesFilled(from, head.size);
    for (const { level, index } of filled) {
      const first = index * TILE_WIDTH;
      const data =
        level === 0
          ? tree.tile(index)
          : concatBytes(
              await logTables.tileRoots(sql, this.log, level - 1, first, first + TILE_WIDTH),
            );
      await logTables.insertTile(sql, this.log, level, index, { data, root: tileRoot(data) });
    }
    if (filled.length === 0) return;
    const root = await treeRoot(head.size, storedTiles(sql, this.log));
    if (equalBytes(root, head.root)) return;
    throw new ChiduError('log-inconsistent', `Tiles of ${this.#origin} lead to another root.`, {
      fields: { origin: this.#origin, size: head.size },
    });
  }

  async #sign(leaves: readonly Uint8Array[], head: TreeHead): Promise<SignedHead> {
    const signed = await this.#signer.sign(this.#origin, this.#remembered, leaves, head);
    // Kept even where the transaction fails: the signer does not forget.
    this.#remembered = signed.size;
    return signed;
  }
}
