import type { LogError } from '../errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import { leafHash } from './hash.ts';
import { decodeLeaf, type Leaf } from './leaf.ts';
import { type Cosignature, type LogPolicy, type OpenOptions, openCheckpoint } from './policy.ts';
import { verifyInclusion } from './proof.ts';
import { type ParsedReceipt, parseReceipt } from './receipt.ts';

/** An entry that is in a log, by the log's own signature. */
export interface LoggedEntry {
  readonly leaf: Leaf;
  readonly index: number;
  readonly checkpoint: Checkpoint;
  readonly cosignatures: readonly Cosignature[];
  /** When the quorum of witnesses was reached, in seconds since 1970; null where it was not. */
  readonly witnessedAt: number | null;
  readonly policy: LogPolicy;
}

export type OpenedReceipt =
  | { readonly ok: true; readonly entry: LoggedEntry }
  | {
      readonly ok: false;
      readonly error: ReceiptError;
      /** What could be read; nothing of it is believed. */
      readonly receipt: ParsedReceipt | null;
    };

export type ReceiptError = Extract<LogError, `receipt-${string}`>;

/**
 * Check a receipt of any entry: its form, that its log is known and signed, that the entry is a leaf of this log's authority,
 * and that it is in the tree. Too few witnesses refuse nothing; `witnessedAt` is null then.
 */
export async function openReceipt(
  text: string,
  policyOf: (origin: string) => LogPolicy | null,
  options: OpenOptions = {},
): Promise<OpenedReceipt> {
  const receipt = parseReceipt(text);
  const refuse = (error: ReceiptError): OpenedReceipt => ({ ok: false, error, receipt });
  if (receipt === null) return refuse('receipt-format');
  const policy = policyOf(receipt.checkpoint.origin);
  if (policy === null) return refuse('receipt-unlisted');
  const opened = await openCheckpoint(receipt.note, policy, options);
  if (!opened.ok) return refuse('receipt-signature');
  const decoded = decodeLeaf(receipt.entry);
  const ofAnother =
    decoded.ok && (policy.authority ?? decoded.leaf.authority) !== decoded.leaf.authority;
  if (!decoded.ok || ofAnother) return refuse('receipt-leaf');
  const { index, proof } = receipt;
  const { checkpoint, cosignatures, witnessedAt } = opened;
  if (!verifyInclusion(leafHash(receipt.entry), index, checkpoint.size, checkpoint.root, proof)) {
    return refuse('receipt-root');
  }
  const { leaf } = decoded;
  return { ok: true, entry: { leaf, index, checkpoint, cosignatures, witnessedAt, policy } };
}
