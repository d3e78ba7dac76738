import { encodeBase64, strictBase64 } from '../codes/base64.ts';
import { concatBytes, fromHex, toHex } from '../codes/bytes.ts';
import type { Signer } from '../codes/sign.ts';
import { verifySignature } from '../codes/signature.ts';
import type { LogError } from '../errors.ts';
import { algorithmOf, isKeyName, type NoteKey, noteKey } from './note-key.ts';

/** A signed note (C2SP signed-note): a text, and lines of who signed it. Nothing in it has been checked. */
export interface Note {
  /** What is signed, with its last line end. */
  readonly text: string;
  readonly lines: readonly NoteLine[];
}

export interface NoteLine {
  readonly name: string;
  /** Key id, 8 hex digits. */
  readonly id: string;
  /** What follows the key id. */
  readonly signature: Uint8Array;
}

/** As Go's package has it; C2SP asks for at least 16, and a post-quantum signature has nearly 5 kB. */
const MOST_LINES = 100;
const MOST_CHARACTERS = 1 << 20;

/** Split a note; null where the text is none. */
export function parseNote(note: string): Note | null {
  if (note.length > MOST_CHARACTERS || hasControls(note) || !note.endsWith('\n')) return null;
  const end = note.lastIndexOf('\n\n');
  if (end < 1) return null;
  const lines = parseNoteLines(note.slice(end + 2));
  return lines === null || lines.length === 0 ? null : { text: note.slice(0, end + 1), lines };
}

/** Lines `— <name> <base64>`, each with its line end, as a witness answers them; null where one has another form. */
export function parseNoteLines(text: string): NoteLine[] | null {
  if (text !== '' && !text.endsWith('\n')) return null;
  const lines: NoteLine[] = [];
  for (const line of text.split('\n').slice(0, -1)) {
    const [dash, name = '', base64 = '', ...more] = line.split(' ');
    const bytes = strictBase64(base64);
    if (dash !== '—' || !isKeyName(name) || bytes === null || bytes.length < 5) return null;
    if (more.length > 0 || lines.length === MOST_LINES) return null;
    lines.push({ name, id: toHex(bytes.subarray(0, 4)), signature: bytes.slice(4) });
  }
  return lines;
}

/** A signature line, with its line end. */
export const formatNoteLine = ({ name, id, signature }: NoteLine): string =>
  `— ${name} ${encodeBase64(concatBytes([fromHex(id) as Uint8Array, signature]))}\n`;

export const formatNote = ({ text, lines }: Note): string =>
  `${text}\n${lines.map(formatNoteLine).join('')}`;

function hasControls(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0x20 && unit !== 0x0a) return true;
  }
  return false;
}

/** Sign the text of a note with a log's key: Ed25519 or SM2, by the algorithm of the signer. */
export async function signNote(text: string, name: string, signer: Signer): Promise<NoteLine> {
  const kind = signer.alg === algorithmOf('sm2') ? 'sm2' : 'ed25519';
  const { id } = noteKey(name, kind, signer.spki);
  return { name, id, signature: await signer.sign(new TextEncoder().encode(text)) };
}

/** Cosign a checkpoint as a witness (C2SP tlog-cosignature, Ed25519). `time` is in seconds since 1970. */
export async function cosign(
  text: string,
  name: string,
  signer: Signer,
  time: number,
): Promise<NoteLine> {
  const { id } = noteKey(name, 'cosignature', signer.spki);
  const signature = await signer.sign(cosigned(text, time));
  const stamp = new Uint8Array(8);
  new DataView(stamp.buffer).setBigUint64(0, BigInt(time));
  return { name, id, signature: concatBytes([stamp, signature]) };
}

const cosigned = (text: string, time: number | bigint): Uint8Array =>
  new TextEncoder().encode(`cosignature/v1\ntime ${time}\n${text}`);

/** A known key that signed a note; of a witness with the time, in seconds since 1970. */
export interface NoteSignature {
  readonly key: NoteKey;
  readonly time: number | null;
}

/** The known keys that signed, or the refusal: C2SP has a note refused when one of their signatures is bad. */
export type CheckedNote =
  | { readonly ok: true; readonly signatures: readonly NoteSignature[] }
  | {
      readonly ok: false;
      readonly error: Extract<LogError, 'note-signature'>;
      readonly at: string;
    };

/** Check every line of a known key; lines of other keys say nothing. */
export async function checkNote(note: Note, keys: readonly NoteKey[]): Promise<CheckedNote> {
  const signatures: NoteSignature[] = [];
  for (const line of note.lines) {
    const key = keys.find(({ name, id }) => name === line.name && id === line.id);
    if (key === undefined || signatures.some((each) => each.key === key)) continue;
    const time = await timeOfGood(note.text, line.signature, key);
    if (time === undefined) return { ok: false, error: 'note-signature', at: key.name };
    signatures.push({ key, time });
  }
  return { ok: true, signatures };
}

/** The time of a good cosignature, null for a good signature of another kind, undefined for a bad one. */
async function timeOfGood(
  text: string,
  signature: Uint8Array,
  { kind, spki }: NoteKey,
): Promise<number | null | undefined> {
  const alg = algorithmOf(kind);
  if (kind !== 'cosignature') {
    const good = await verifySignature(alg, spki, new TextEncoder().encode(text), signature);
    return good ? null : undefined;
  }
  if (signature.length !== 8 + 64) return undefined;
  const time = new DataView(signature.buffer, signature.byteOffset).getBigUint64(0);
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const good = await verifySignature(alg, spki, cosigned(text, time), signature.subarray(8));
  return good ? Number(time) : undefined;
}
