import type { CodeRefusal } from '../errors.ts';
import { decodeDigits } from './digits.ts';
import { decodeEnvelope, decodeHeader, isCanonicalEnvelope, signedBytes } from './envelope.ts';
import { type CodeIdentity, identify } from './identity.ts';
import { type KeyEntry, type KeyRing, SIGNING_ROLES } from './key.ts';
import { LABEL } from './labels.ts';
import { type CodePayload, decodePayload, payloadLabels } from './payload.ts';
import { isAlgorithm, verifySignature } from './signature.ts';
import { readCodeText } from './text.ts';

/** A code that passed the first group of checks. That is all it says: rule, replay, log and status are the verdict's. */
export interface AcceptedCode extends CodeIdentity {
  readonly ok: true;
  readonly payload: CodePayload;
  readonly kid: string;
  readonly key: KeyEntry;
  /** `1<digits>`, without what a messenger glued on. */
  readonly text: string;
  /** The COSE_Sign1 body. */
  readonly bytes: Uint8Array;
  /** The payload as signed: `payloadLabels` reads it by labels. */
  readonly payloadBytes: Uint8Array;
}

/** A code that a check refused: the first that failed. Identity is known once the header can be read. */
export interface RefusedCode {
  readonly ok: false;
  readonly error: CodeRefusal;
  readonly id: string | null;
  readonly checkCode: string | null;
  /** What a message needs: `reason` and `digit` of `format`, `kid` of the key errors, `label` of `payload`. */
  readonly fields: Readonly<Record<string, string>>;
}

export type CheckedCode = AcceptedCode | RefusedCode;

export interface VerifyOptions {
  /**
   * Day (yyyymmdd, China Standard Time) of a witnessed checkpoint that is proven to include the code with this id, or
   * null. Only this saves a code of a revoked key: the issue date in it proves nothing.
   */
  readonly witnessedOn?: (id: string) => Promise<number | null> | number | null;
}

/**
 * Check a code against keys: the first group of checks of formats/supervision-code, in its order.
 * @param input a scanned, pasted or typed text: see `readCodeText`
 */
export async function verifyCode(
  input: string,
  keys: KeyRing,
  options: VerifyOptions = {},
): Promise<CheckedCode> {
  const read = readCodeText(input);
  if (!read.found) {
    const { reason, digit } = read;
    return refuse('format', { reason, ...(digit === undefined ? {} : { digit }) });
  }
  const { text } = read;
  const bytes = decodeDigits(text.slice(1));
  if (bytes === null) return refuse('digits');
  const envelope = decodeEnvelope(bytes);
  if (envelope === null) return refuse('envelope');
  const protectedHeader = decodeHeader(envelope.protected);
  if (protectedHeader === null) return refuse('header');

  const identity = identify(envelope);
  const { alg, kid } = protectedHeader.header;
  const no = (error: CodeRefusal, fields: Record<string, string> = {}) =>
    refuse(error, { kid, ...fields }, identity);

  const key = keys.get(kid);
  if (key === undefined) return no('unknown-key');
  if (alg !== key.alg || !isAlgorithm(key.alg)) return no('algorithm');
  if (!isCanonicalEnvelope(bytes, envelope, protectedHeader.map)) return no('not-canonical');
  if (!(await verifySignature(key.alg, key.spki, signedBytes(envelope), envelope.signature))) {
    return no('signature');
  }
  if (!maySignFor(key, envelope.payload)) return no('key-authority');
  const payload = decodePayload(envelope.payload);
  if ('code' in payload) return no(payload.code, 'at' in payload ? { label: payload.at } : {});
  if (payload.issued < key.notBefore || payload.issued > key.notAfter) return no('key-window');
  if (key.revokedAt !== null) {
    const witnessed = (await options.witnessedOn?.(identity.id)) ?? null;
    if (witnessed === null || witnessed >= key.revokedAt) return no('key-revoked');
  }
  const payloadBytes = envelope.payload;
  return { ok: true, ...identity, payload, payloadBytes, kid, key, text, bytes };
}

function refuse(
  error: CodeRefusal,
  fields: Record<string, string> = {},
  identity: CodeIdentity | { id: null; checkCode: null } = { id: null, checkCode: null },
): RefusedCode {
  return { ok: false, error, ...identity, fields };
}

/** A payload that is no map at all is left to the check of the payload, which comes next. */
function maySignFor(key: KeyEntry, payload: Uint8Array): boolean {
  if (!SIGNING_ROLES.includes(key.role)) return false;
  const labels = payloadLabels(payload);
  if (key.authorities === null || labels === null) return true;
  const authority = labels.get(LABEL.authority);
  if (authority === undefined) return key.authorities.length === 1;
  return typeof authority === 'string' && key.authorities.includes(authority);
}
