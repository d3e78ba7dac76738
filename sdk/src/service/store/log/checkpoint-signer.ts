import type { Signer } from '../../../codes/sign.ts';
import { formatCheckpoint } from '../../../log/checkpoint.ts';
import type { Frontier } from '../../../log/frontier.ts';
import { formatNote, signNote } from '../../../log/note.ts';
import type { TreeHead } from '../../../log/proof.ts';
import type { SignedHead } from './log-tables.ts';

/**
 * Whoever signs the checkpoints of logs: this process or, better, another one with its own key and its own disk. It
 * grows its own copy of each tree from entries, hashing each itself, so that it cannot be brought to sign a checkpoint that is
 * smaller than, or not consistent with, the last one it signed.
 */
export interface CheckpointSigner {
  /** The last head that it signed for a log; null where it signed none. */
  last(origin: string): Promise<SignedHead | null>;
  /**
   * Append entries to the tree of the first `from` that it remembers, and sign the head, which must be `head`. It is
   * remembered on disk before it is answered. Without entries, the last head again. Calls are answered in their order.
   * @throws {ChiduError} `log-memory` where it does not remember a tree of `from` entries; `log-inconsistent` where it
   * comes to another head.
   */
  sign(
    origin: string,
    from: number,
    entries: readonly Uint8Array[],
    head: TreeHead,
  ): Promise<SignedHead>;
  /**
   * Start to remember a log at a tree that was checked elsewhere: on a new disk, after the old one is lost.
   * @throws {ChiduError} `log-memory` where the log is remembered already.
   */
  adopt(origin: string, frontier: Frontier): Promise<SignedHead>;
}

/** The note of a checkpoint, signed under the name of the log. */
export async function checkpointNote(
  origin: string,
  head: TreeHead,
  signers: readonly Signer[],
): Promise<string> {
  const text = formatCheckpoint({ origin, ...head });
  const lines = await Promise.all(signers.map((signer) => signNote(text, origin, signer)));
  return formatNote({ text, lines });
}
