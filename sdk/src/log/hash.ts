import { sha256 } from '@noble/hashes/sha2.js';

/** Bytes of a hash of the tree. */
export const HASH_BYTES = 32;

/** Root of the tree without entries: SHA-256 of nothing (RFC 6962 §2.1). */
export const EMPTY_ROOT: Uint8Array = sha256(new Uint8Array());

const LEAF = Uint8Array.of(0);
const NODE = 1;

/** Hash of an entry: SHA-256(0x00 ‖ entry). */
export const leafHash = (entry: Uint8Array): Uint8Array =>
  sha256.create().update(LEAF).update(entry).digest();

/** Hash of two subtrees: SHA-256(0x01 ‖ left ‖ right). */
export function nodeHash(left: Uint8Array, right: Uint8Array): Uint8Array {
  node.set(left, 1);
  node.set(right, 1 + HASH_BYTES);
  return sha256(node);
}

/** Filled and hashed within one call: millions of nodes need no buffer each. */
const node = new Uint8Array(1 + 2 * HASH_BYTES);
node[0] = NODE;
