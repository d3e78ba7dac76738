import { sha256 } from '@noble/hashes/sha2.js';
import { toHex } from './bytes.ts';
import { type Envelope, signedBytes } from './envelope.ts';

/** What names a code. It hangs on what was signed, never on the signature, of which ES256 has two for one message. */
export interface CodeIdentity {
  /** SHA-256 of the signed bytes, lower-case hex. */
  readonly id: string;
  /** 核验码 as printed beside the code: 12 digits, `dddd-dddd-dddd`. */
  readonly checkCode: string;
}

export function identify(envelope: Pick<Envelope, 'protected' | 'payload'>): CodeIdentity {
  const id = toHex(sha256(signedBytes(envelope)));
  return { id, checkCode: checkCodeOf(id) };
}

/** The check code of a code id: its first 8 bytes as a big-endian integer, modulo 10^12. */
export function checkCodeOf(id: string): string {
  const digits = (BigInt(`0x${id.slice(0, 16)}`) % 10n ** 12n).toString().padStart(12, '0');
  return digits.replace(/(\d{4})(?=\d)/g, '$1-');
}
