import { sha256 } from '@noble/hashes/sha2.js';
import { ALGORITHMS } from '../codes/algorithm.ts';
import { encodeBase64, strictBase64 } from '../codes/base64.ts';
import { concatBytes, toHex } from '../codes/bytes.ts';
import { rawPublicKey, spkiOf } from '../codes/signature.ts';

/**
 * What a note key does. `ed25519` and `sm2` sign the text of a note; `cosignature` is a witness's Ed25519 key, which signs
 * a checkpoint together with the time.
 */
export type NoteKeyKind = 'ed25519' | 'sm2' | 'cosignature';

/** A key as C2SP signed-note knows it: a name, and four bytes that hang on name, kind and key. */
export interface NoteKey {
  readonly name: string;
  /** Key id, 8 hex digits. */
  readonly id: string;
  readonly kind: NoteKeyKind;
  readonly spki: Uint8Array;
}

/**
 * Signature type: one byte, and where C2SP has assigned none (0xff) an identifier of our own behind it. SM2 signs with
 * SM3 and the user id `1234567812345678`, r ‖ s in 64 bytes.
 */
const TYPES: Readonly<Record<NoteKeyKind, Uint8Array>> = {
  ed25519: Uint8Array.of(0x01),
  cosignature: Uint8Array.of(0x04),
  sm2: concatBytes([Uint8Array.of(0xff), new TextEncoder().encode('chidu/sm2-sm3/v1')]),
};

export const algorithmOf = (kind: NoteKeyKind) =>
  kind === 'sm2' ? ALGORITHMS.SM2 : ALGORITHMS.Ed25519;

/** Names may not hold Unicode spaces or `+`, and there must be one. */
export const isKeyName = (name: string): boolean => name !== '' && !/[\s\p{Z}\p{Cc}+]/u.test(name);

/**
 * The note key of a public key.
 * @throws {RangeError} for a name that C2SP does not allow or a key of another algorithm.
 */
export function noteKey(name: string, kind: NoteKeyKind, spki: Uint8Array): NoteKey {
  const raw = rawPublicKey(algorithmOf(kind), spki);
  if (!isKeyName(name) || raw === null) throw new RangeError(`no ${kind} note key: ${name}`);
  return { name, kind, spki, id: idOf(name, concatBytes([TYPES[kind], raw])) };
}

/** `<name>+<id>+<base64 of type and key>`: how trust lists and policy files write a key. */
export function formatNoteKey({ name, id, kind, spki }: NoteKey): string {
  const raw = rawPublicKey(algorithmOf(kind), spki) as Uint8Array;
  return `${name}+${id}+${encodeBase64(concatBytes([TYPES[kind], raw]))}`;
}

/** What `formatNoteKey` wrote, or null: another form, a kind that is not known here, an id that is not the key's. */
export function parseNoteKey(text: string): NoteKey | null {
  const [name = '', id, material = '', ...more] = splitKey(text);
  const bytes = strictBase64(material);
  if (!isKeyName(name) || bytes === null || more.length > 0) return null;
  if (id !== idOf(name, bytes)) return null;
  for (const kind of Object.keys(TYPES) as NoteKeyKind[]) {
    const type = TYPES[kind];
    if (!type.every((byte, at) => byte === bytes[at])) continue;
    const spki = spkiOf(algorithmOf(kind), bytes.subarray(type.length));
    if (spki !== null) return { name, id, kind, spki };
  }
  return null;
}

/** Base64 may hold `+`, the name may not: two cuts from the left. */
function splitKey(text: string): string[] {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  return first < 0 || second < 0
    ? []
    : [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

const idOf = (name: string, typeAndKey: Uint8Array): string =>
  toHex(sha256(concatBytes([new TextEncoder().encode(`${name}\n`), typeAndKey])).slice(0, 4));
