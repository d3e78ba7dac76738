import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes, equalBytes, toHex } from './bytes.ts';
import {
  type CborMap,
  type CborValue,
  decodeCbor,
  decodeTag,
  encodeCbor,
  isDeterministic,
} from './cbor.ts';

/** COSE_Sign1 (RFC 9052 §4.2) as format 1 narrows it: see formats/supervision-code, "Envelope". */
export interface Envelope {
  readonly protected: Uint8Array;
  readonly payload: Uint8Array;
  /** Always 64 bytes. */
  readonly signature: Uint8Array;
}

export interface Header {
  /** COSE algorithm number as the code states it; a bigint only where nobody could mean it. */
  readonly alg: number | bigint;
  /** First 8 bytes of SHA-256 of the key's SPKI, lower-case hex. */
  readonly kid: string;
}

const COSE_SIGN1 = 18;
const SIGNATURE_BYTES = 64;
const KID_BYTES = 8;
const LABEL_ALG = 1;
const LABEL_KID = 4;
const EXTERNAL_AAD = new TextEncoder().encode('supervision-code/1');

/** Envelope → bytes of the body. */
export const encodeEnvelope = (envelope: Envelope): Uint8Array =>
  concatBytes([
    Uint8Array.of(0xc0 | COSE_SIGN1),
    encodeCbor([envelope.protected, new Map(), envelope.payload, envelope.signature]),
  ]);

/** Body → envelope, or null where tag, shape, a type or a length is wrong. Says nothing about length forms. */
export function decodeEnvelope(body: Uint8Array): Envelope | null {
  const tagged = decodeTag(body);
  if (tagged?.tag !== COSE_SIGN1) return null;
  const parts = decodeCbor(tagged.content);
  if (!Array.isArray(parts) || parts.length !== 4) return null;
  const [header, unprotected, payload, signature] = parts as CborValue[];
  if (!(unprotected instanceof Map) || unprotected.size > 0) return null;
  if (!(header instanceof Uint8Array) || !(payload instanceof Uint8Array)) return null;
  if (!(signature instanceof Uint8Array) || signature.length !== SIGNATURE_BYTES) return null;
  return { protected: header, payload, signature };
}

/** The protected header of a key: `{ 1: alg, 4: kid }`. `kid` is hex. */
export const encodeHeader = (alg: number, kid: Uint8Array): Uint8Array =>
  encodeCbor(
    new Map<CborValue, CborValue>([
      [LABEL_ALG, alg],
      [LABEL_KID, kid],
    ]),
  );

/** The protected header read, with the map it came from; null where it is not exactly two labels of the right types. */
export function decodeHeader(bytes: Uint8Array): { header: Header; map: CborMap } | null {
  const map = decodeCbor(bytes);
  if (!(map instanceof Map) || map.size !== 2) return null;
  const alg = map.get(LABEL_ALG);
  const kid = map.get(LABEL_KID);
  if (typeof alg !== 'number' && typeof alg !== 'bigint') return null;
  if (!(kid instanceof Uint8Array) || kid.length !== KID_BYTES) return null;
  return { header: { alg, kid: toHex(kid) }, map };
}

/** Are the bytes of the body and of its protected header the deterministic ones for what they say? */
export const isCanonicalEnvelope = (
  body: Uint8Array,
  envelope: Envelope,
  header: CborMap,
): boolean =>
  isDeterministic(header, envelope.protected) && equalBytes(encodeEnvelope(envelope), body);

/** What is signed: Sig_structure (RFC 9052 §4.4) with the context of this format. */
export const signedBytes = (envelope: Pick<Envelope, 'protected' | 'payload'>): Uint8Array =>
  encodeCbor(['Signature1', envelope.protected, EXTERNAL_AAD, envelope.payload]);

/** First 8 bytes of SHA-256 of the public key's SPKI. */
export const keyId = (spki: Uint8Array): Uint8Array => sha256(spki).slice(0, KID_BYTES);
