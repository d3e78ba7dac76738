import { sha256 } from '@noble/hashes/sha2.js';
import { concatBytes } from './bytes.ts';

/** Bytes of the salt of a party commitment. */
export const PARTY_SALT_BYTES = 8;

/**
 * 当事人承诺值, label 15 of a code: the first 16 bytes of SHA-256 over salt, name and full id number or credit code. It
 * ties a code to its party without naming anybody. The name is taken in NFC without outer spaces, the number in upper
 * case without spaces: formats/supervision-code.
 *
 * @param salt 8 random bytes; whoever lacks them cannot try names out
 * @throws {RangeError} for a salt of another length or a name over 255 bytes.
 */
export function partyCommitment(salt: Uint8Array, name: string, idNumber: string): Uint8Array {
  const encoder = new TextEncoder();
  const named = encoder.encode(name.trim().normalize('NFC'));
  if (salt.length !== PARTY_SALT_BYTES) throw new RangeError('the salt has 8 bytes');
  if (named.length > 255) throw new RangeError('the name has more than 255 bytes');
  const number = encoder.encode(idNumber.replace(/\s/g, '').toUpperCase());
  return sha256(concatBytes([salt, Uint8Array.of(named.length), named, number])).slice(0, 16);
}
