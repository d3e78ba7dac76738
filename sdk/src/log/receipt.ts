import { encodeBase64, strictBase64 } from '../codes/base64.ts';
import { type Checkpoint, parseCheckpoint, parseSize } from './checkpoint.ts';
import { HASH_BYTES } from './hash.ts';
import { type Note, parseNote } from './note.ts';

/**
 * 回执: an entry, where it stands in a log, and the checkpoint that says so (C2SP tlog-proof). The entry itself is the
 * `extra` of the proof, so that one text is all that a party has to keep: sdk/docs/formats/log-receipt.md.
 */
export interface Receipt {
  /** Bytes of the leaf. */
  readonly entry: Uint8Array;
  readonly index: number;
  /** Sibling of the entry first. */
  readonly proof: readonly Uint8Array[];
  /** A signed note, as text. */
  readonly note: string;
}

/** A receipt read, with its checkpoint taken apart. Nothing in it has been checked. */
export interface ParsedReceipt extends Omit<Receipt, 'note'> {
  readonly note: Note;
  readonly checkpoint: Checkpoint;
}

const HEAD = 'c2sp.org/tlog-proof@v1';
/** A tree of 2^53 entries has no longer proof. */
const LONGEST_PROOF = 53;

export const formatReceipt = ({ entry, index, proof, note }: Receipt): string =>
  [
    HEAD,
    `extra ${encodeBase64(entry)}`,
    `index ${index}`,
    ...proof.map(encodeBase64),
    '',
    note,
  ].join('\n');

/** Read a receipt, or null where the text is none: another form, no entry in it, or a checkpoint that is none. */
export function parseReceipt(text: string): ParsedReceipt | null {
  const end = text.indexOf('\n\n');
  const [head, extra = '', index = '', ...hashes] = text.slice(0, end).split('\n');
  if (end < 0 || head !== HEAD || hashes.length > LONGEST_PROOF) return null;
  if (!extra.startsWith('extra ') || !index.startsWith('index ')) return null;
  const entry = strictBase64(extra.slice('extra '.length));
  const number = parseSize(index.slice('index '.length));
  const proof = parseHashes(hashes);
  const note = parseNote(text.slice(end + 2));
  const checkpoint = note && parseCheckpoint(note.text);
  if (!entry || number === null || !proof || !note || !checkpoint) return null;
  return { entry, index: number, proof, note, checkpoint };
}

/** Lines of one hash each, or null. */
export function parseHashes(lines: readonly string[]): Uint8Array[] | null {
  const hashes = lines.map(strictBase64);
  return hashes.every((hash) => hash?.length === HASH_BYTES) ? (hashes as Uint8Array[]) : null;
}
