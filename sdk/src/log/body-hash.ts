import { sha256 } from '@noble/hashes/sha2.js';

/** Bytes of the salt of a body. */
export const SALT_BYTES = 16;

/**
 * Label 5 of a leaf: SHA-256(salt ‖ body). Salt and body lie outside the log; once both are deleted, nothing in the log
 * can be tied to what was said. Without a salt for what is public by nature: a trust list, a pack, a status list, a key.
 *
 * @throws {RangeError} for a salt of another length.
 */
export function bodyHash(body: Uint8Array, salt: Uint8Array | null): Uint8Array {
  if (salt !== null && salt.length !== SALT_BYTES)
    throw new RangeError(`${salt.length} bytes of salt`);
  const hash = sha256.create();
  if (salt !== null) hash.update(salt);
  return hash.update(body).digest();
}
