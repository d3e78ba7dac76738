import { concatBytes } from '../codes/bytes.ts';
import { EMPTY_ROOT, HASH_BYTES, nodeHash } from './hash.ts';

/**
 * The right edge of a tree: the roots of its largest complete subtrees, from left to right, one for each 1 in the binary
 * form of its size. All that is needed to append and to state the root: at most 53 hashes, whatever the size.
 */
export class Frontier {
  readonly #nodeHash: typeof nodeHash;
  #size = 0;
  #nodes: Uint8Array[] = [];

  /** @param hash of two subtrees, where the host has a faster one; it answers the same as `nodeHash`. */
  constructor(hash = nodeHash) {
    this.#nodeHash = hash;
  }

  /** Entries so far. */
  get size(): number {
    return this.#size;
  }

  /** Append the hash of an entry: `leafHash`. */
  append(hash: Uint8Array): void {
    let node = hash;
    for (let size = this.#size; size % 2 === 1; size = (size - 1) / 2) {
      node = this.#nodeHash(this.#nodes.pop() as Uint8Array, node);
    }
    this.#nodes.push(node);
    this.#size++;
  }

  /** Root of the tree (RFC 6962 §2.1). */
  root(): Uint8Array {
    return this.#nodes.length === 0
      ? EMPTY_ROOT
      : this.#nodes.reduceRight((right, left) => this.#nodeHash(left, right));
  }

  /** An independent copy, to be thrown away when a batch fails. */
  copy(): Frontier {
    const copy = new Frontier(this.#nodeHash);
    copy.#size = this.#size;
    copy.#nodes = [...this.#nodes];
    return copy;
  }

  /** The hashes one after the other, largest subtree first. The size is kept beside them. */
  bytes(): Uint8Array {
    return concatBytes(this.#nodes);
  }

  /** What `bytes` wrote, or null where the length is not that of a tree of this size. */
  static read(size: number, bytes: Uint8Array, hash = nodeHash): Frontier | null {
    if (!Number.isSafeInteger(size) || size < 0) return null;
    if (bytes.length !== HASH_BYTES * ones(size)) return null;
    const frontier = new Frontier(hash);
    frontier.#size = size;
    for (let at = 0; at < bytes.length; at += HASH_BYTES) {
      frontier.#nodes.push(bytes.slice(at, at + HASH_BYTES));
    }
    return frontier;
  }
}

function ones(size: number): number {
  let count = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) count += rest % 2;
  return count;
}
