import { hash } from 'node:crypto';
import { HASH_BYTES } from '../../../log/hash.ts';
import { LONGEST_ENTRY } from '../../../log/tile.ts';

/*
 * The two hashes of RFC 6962 §2.1 by the cryptography of Node, for what is written to the log. What checks it, the signer
 * and `hashesOf`, uses those of `log/hash.ts`, another implementation, so that a fault of one does not pass.
 */

/** SHA-256(0x00 ‖ entry). */
export function fastLeafHash(entry: Uint8Array): Uint8Array {
  leaf.set(entry, 1);
  return digest(leaf.subarray(0, 1 + entry.length));
}

/** SHA-256(0x01 ‖ left ‖ right). */
export function fastNodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return digest(node);
}

/** As a string, and into a buffer of the pool: a buffer made by the hash itself takes three times as long. */
const digest = (bytes: Uint8Array): Uint8Array =>
  Buffer.from(hash('sha256', bytes, 'binary'), 'latin1');

/** Filled and hashed within one call. */
const leaf = new Uint8Array(1 + LONGEST_ENTRY);
const node = new Uint8Array(1 + 2 * HASH_BYTES);
node[0] = 1;
