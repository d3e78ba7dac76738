import { encodeBase64 } from '../codes/base64.ts';
import { parseSize } from './checkpoint.ts';
import { type Note, parseNote } from './note.ts';
import { parseHashes } from './receipt.ts';

/** What a log asks of a witness (C2SP tlog-witness, add-checkpoint). */
export interface WitnessRequest {
  /** Size of the checkpoint that the witness cosigned last, as far as the log knows; 0 for none. */
  readonly oldSize: number;
  /** Consistency proof from there. */
  readonly proof: readonly Uint8Array[];
  /** The signed checkpoint, as text. */
  readonly note: string;
}

const LONGEST_PROOF = 63;

export const formatWitnessRequest = ({ oldSize, proof, note }: WitnessRequest): string =>
  [`old ${oldSize}`, ...proof.map(encodeBase64), '', note].join('\n');

/** Read a request, or null where it has another form. */
export function parseWitnessRequest(
  text: string,
): (Omit<WitnessRequest, 'note'> & { readonly note: Note }) | null {
  const end = text.indexOf('\n\n');
  const [old = '', ...hashes] = text.slice(0, end).split('\n');
  if (end < 0 || !old.startsWith('old ') || hashes.length > LONGEST_PROOF) return null;
  const oldSize = parseSize(old.slice('old '.length));
  const proof = parseHashes(hashes);
  const note = parseNote(text.slice(end + 2));
  return oldSize === null || proof === null || note === null ? null : { oldSize, proof, note };
}
