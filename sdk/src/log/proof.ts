import { equalBytes } from '../codes/bytes.ts';
import { EMPTY_ROOT, nodeHash } from './hash.ts';
import { type Range, type ReadTiles, rangeHashes } from './tree-reader.ts';

/** Root of the tree of the first `size` entries, read from the tiles of a tree of `of` entries (as many, or more). */
export async function treeRoot(
  size: number,
  read: ReadTiles,
  of: number = size,
): Promise<Uint8Array> {
  checkSizes(size, of);
  if (size === 0) return EMPTY_ROOT;
  return (await rangeHashes(of, [[0, size]], read))[0] as Uint8Array;
}

/**
 * Inclusion proof of entry `index` in the tree of `size` entries, sibling of the entry first (RFC 6962 §2.1.1).
 * @throws {RangeError} where the tree has no such entry.
 */
export async function proveInclusion(
  index: number,
  size: number,
  read: ReadTiles,
): Promise<Uint8Array[]> {
  if (index < 0) throw new RangeError(`no entry ${index}`);
  checkSizes(index + 1, size);
  const siblings: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + largestPowerBelow(end - start);
    if (index < middle) {
      siblings.push([middle, end]);
      end = middle;
    } else {
      siblings.push([start, middle]);
      start = middle;
    }
  }
  return rangeHashes(size, siblings.reverse(), read);
}

/**
 * Consistency proof between the trees of the first `from` and the first `to` entries (RFC 6962 §2.1.2). Empty where
 * `from` is 0 or `to`, as tlog-witness has it.
 * @throws {RangeError} where `from` is larger.
 */
export async function proveConsistency(
  from: number,
  to: number,
  read: ReadTiles,
): Promise<Uint8Array[]> {
  checkSizes(from, to);
  if (from === 0) return [];
  const parts: Range[] = [];
  let [start, end] = [0, to];
  while (from !== end) {
    const middle = start + largestPowerBelow(end - start);
    if (from <= middle) {
      parts.push([middle, end]);
      end = middle;
    } else {
      parts.push([start, middle]);
      start = middle;
    }
  }
  // The old tree itself, where it is a subtree of the new one: its root is known to whoever asks.
  if (start > 0) parts.push([start, end]);
  return rangeHashes(to, parts.reverse(), read);
}

/** The root that an inclusion proof leads to (RFC 9162 §2.1.3.2), or null where no tree of this size has such a proof. */
export function rootOfInclusion(
  hash: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
): Uint8Array | null {
  if (!areSizes(index + 1, size) || index < 0) return null;
  let [place, last, root] = [index, size - 1, hash];
  for (const sibling of proof) {
    if (last === 0) return null;
    if (place % 2 === 1 || place === last) {
      root = nodeHash(sibling, root);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, half(last)];
    } else root = nodeHash(root, sibling);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 ? root : null;
}

/** Is the entry with this `leafHash` at `index` of the tree of `size` entries with this root? */
export function verifyInclusion(
  hash: Uint8Array,
  index: number,
  size: number,
  root: Uint8Array,
  proof: readonly Uint8Array[],
): boolean {
  const found = rootOfInclusion(hash, index, size, proof);
  return found !== null && equalBytes(found, root);
}

/** A tree: how many entries it has, and its root. */
export interface TreeHead {
  readonly size: number;
  readonly root: Uint8Array;
}

/** Did tree `to` grow out of tree `from` by appending alone (RFC 9162 §2.1.4.2)? */
export function verifyConsistency(
  from: TreeHead,
  to: TreeHead,
  proof: readonly Uint8Array[],
): boolean {
  if (!areSizes(from.size, to.size)) return false;
  if (from.size === 0) return proof.length === 0 && equalBytes(from.root, EMPTY_ROOT);
  if (from.size === to.size) return proof.length === 0 && equalBytes(from.root, to.root);
  const hashes = isPowerOfTwo(from.size) ? [from.root, ...proof] : proof;
  const [first, ...rest] = hashes;
  if (first === undefined) return false;
  let [place, last] = [from.size - 1, to.size - 1];
  while (place % 2 === 1) [place, last] = [half(place), half(last)];
  let [older, newer] = [first, first];
  for (const hash of rest) {
    if (last === 0) return false;
    if (place % 2 === 1 || place === last) {
      older = nodeHash(hash, older);
      newer = nodeHash(hash, newer);
      while (place % 2 === 0 && place !== 0) [place, last] = [place / 2, half(last)];
    } else newer = nodeHash(newer, hash);
    [place, last] = [half(place), half(last)];
  }
  return last === 0 && equalBytes(older, from.root) && equalBytes(newer, to.root);
}

/** Sizes pass 2^31, where the bit operators of the language stop. */
const half = (number: number): number => Math.floor(number / 2);

function largestPowerBelow(number: number): number {
  let power = 1;
  while (power * 2 < number) power *= 2;
  return power;
}

function isPowerOfTwo(number: number): boolean {
  let rest = number;
  while (rest % 2 === 0) rest /= 2;
  return rest === 1;
}

const areSizes = (from: number, to: number): boolean =>
  Number.isSafeInteger(from) && Number.isSafeInteger(to) && 0 <= from && from <= to;

function checkSizes(from: number, to: number): void {
  if (!areSizes(from, to)) throw new RangeError(`no tree of ${from} in a tree of ${to}`);
}
