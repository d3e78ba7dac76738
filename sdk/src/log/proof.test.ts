import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeBase64 } from '../codes/base64.ts';
import { fromHex, toHex } from '../codes/bytes.ts';
import {
  ARGON,
  REFERENCE_CONSISTENCY,
  REFERENCE_INCLUSION,
  REFERENCE_LEAVES,
  REFERENCE_ROOTS,
} from './fixtures/published.ts';
import { numbered, TestTree } from './fixtures/test-tree.ts';
import { Frontier } from './frontier.ts';
import { EMPTY_ROOT, nodeHash } from './hash.ts';
import {
  proveConsistency,
  proveInclusion,
  rootOfInclusion,
  type TreeHead,
  treeRoot,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';

const bytes = (hex: string) => fromHex(hex) as Uint8Array;
const head = (tree: TestTree, size: number) => tree.heads[size] as TreeHead;
const hash = (tree: TestTree, index: number) => tree.hashes[index] as Uint8Array;

describe('against published facts', () => {
  const tree = new TestTree(REFERENCE_LEAVES.map(bytes));

  it('has the roots of the reference tree', () => {
    expect(tree.heads.map(({ root }) => toHex(root))).toEqual(REFERENCE_ROOTS);
    expect(toHex(EMPTY_ROOT)).toBe(REFERENCE_ROOTS[0]);
  });

  it('makes and accepts the proofs of the reference tree', async () => {
    for (const [index, size, proof] of REFERENCE_INCLUSION) {
      expect((await proveInclusion(index, size, tree.read)).map(toHex)).toEqual(proof);
      const { root } = head(tree, size);
      expect(verifyInclusion(hash(tree, index), index, size, root, proof.map(bytes))).toBe(true);
    }
    for (const [from, to, proof] of REFERENCE_CONSISTENCY) {
      expect((await proveConsistency(from, to, tree.read)).map(toHex)).toEqual(proof);
      expect(verifyConsistency(head(tree, from), head(tree, to), proof.map(bytes))).toBe(true);
    }
  });

  it("accepts what Google's Argon log answered for a tree of 961,984,013", () => {
    const { size, entry, older } = ARGON;
    const root = decodeBase64(ARGON.root);
    const proof = entry.proof.map(decodeBase64);
    expect(verifyInclusion(decodeBase64(entry.hash), entry.index, size, root, proof)).toBe(true);
    expect(verifyInclusion(decodeBase64(entry.hash), 10_001, size, root, proof)).toBe(false);
    const from = { size: older.size, root: decodeBase64(older.root) };
    expect(verifyConsistency(from, { size, root }, older.proof.map(decodeBase64))).toBe(true);
    expect(
      verifyConsistency(
        { ...from, size: older.size + 1 },
        { size, root },
        older.proof.map(decodeBase64),
      ),
    ).toBe(false);
  });
});

/** MTH of RFC 6962 §2.1 as it is written there. */
function treeHash(tree: TestTree, start: number, end: number): Uint8Array {
  if (end - start === 1) return hash(tree, start);
  let middle = 1;
  while (middle * 2 < end - start) middle *= 2;
  return nodeHash(treeHash(tree, start, start + middle), treeHash(tree, start + middle, end));
}

const SIZES = 300;

describe(`for all sizes up to ${SIZES}`, () => {
  const tree = new TestTree(numbered(SIZES));

  it('the frontier and the tiles give the root that the RFC defines', async () => {
    for (let size = 1; size <= SIZES; size++) {
      const { root } = head(tree, size);
      expect(toHex(treeHash(tree, 0, size))).toBe(toHex(root));
      expect(toHex(await treeRoot(size, tree.read))).toBe(toHex(root));
      expect(toHex(await treeRoot(size, tree.read, SIZES))).toBe(toHex(root));
    }
  });

  it('every entry is proven, and nothing else by its proof', async () => {
    let proofs = 0;
    for (let size = 1; size <= SIZES; size++) {
      const { root } = head(tree, size);
      for (let index = 0; index < size; index++) {
        const proof = await proveInclusion(index, size, tree.read);
        const leaf = hash(tree, index);
        const good = verifyInclusion(leaf, index, size, root, proof);
        // One of three that must not pass, in turn: all of them come by for every size.
        const bad = [
          () => verifyInclusion(leaf, index ^ 1, size, root, proof),
          () => proof.length > 0 && verifyInclusion(leaf, index, size, root, proof.slice(1)),
          () => verifyInclusion(leaf, index, size, root, [...proof, leaf]),
        ][(index + size) % 3]?.();
        if (!good || bad) expect.fail(`index ${index} of ${size}`);
        proofs++;
      }
    }
    expect(proofs).toBe((SIZES * (SIZES + 1)) / 2);
  });

  it('every growth is proven, and no other by its proof', async () => {
    let proofs = 0;
    for (let to = 0; to <= SIZES; to++) {
      for (let from = 0; from <= to; from++) {
        const proof = await proveConsistency(from, to, tree.read);
        const older = head(tree, from);
        const newer = head(tree, to);
        const good = verifyConsistency(older, newer, proof);
        const bad = [
          () => from > 0 && verifyConsistency(older, doubled(newer), proof),
          () => verifyConsistency(doubled(older), newer, proof),
          () => from < to && verifyConsistency(newer, older, proof),
          () => proof.length > 0 && verifyConsistency(older, newer, proof.slice(0, -1)),
          () => verifyConsistency(older, newer, [...proof, newer.root]),
        ][(from + to) % 5]?.();
        if (!good || bad) expect.fail(`${from} to ${to}`);
        proofs++;
      }
    }
    expect(proofs).toBe(((SIZES + 1) * (SIZES + 2)) / 2);
  });

  it('no flipped bit is accepted', async () => {
    const sizes = fc.integer({ min: 1, max: SIZES });
    const bits = fc.nat();
    await fc.assert(
      fc.asyncProperty(sizes, fc.nat(), bits, async (size, place, bit) => {
        const index = place % size;
        const from = place % (size + 1);
        const inclusion = await proveInclusion(index, size, tree.read);
        const growth = await proveConsistency(from, size, tree.read);
        const { root } = head(tree, size);
        for (const changed of flipped(inclusion, bit)) {
          expect(verifyInclusion(hash(tree, index), index, size, root, changed)).toBe(false);
        }
        for (const changed of flipped(growth, bit)) {
          expect(verifyConsistency(head(tree, from), head(tree, size), changed)).toBe(false);
        }
      }),
      { seed: 6962, numRuns: 1000 },
    );
  });
});

/** A tree of the same size with another root. */
const doubled = ({ size, root }: TreeHead): TreeHead => ({ size, root: nodeHash(root, root) });

/** Each hash of a proof in turn with one bit changed. */
function* flipped(proof: readonly Uint8Array[], bit: number): Generator<Uint8Array[]> {
  for (const at of proof.keys()) {
    const copy = proof.map((each) => each.slice());
    const changed = copy[at] as Uint8Array;
    const byte = (bit >> 3) % 32;
    changed[byte] = (changed[byte] as number) ^ (1 << (bit & 7));
    yield copy;
  }
}

describe('reading', () => {
  const tree = new TestTree(numbered(70_000));

  it('reads once, and few tiles, in a tree of three levels', async () => {
    tree.reads = 0;
    tree.tilesRead = 0;
    const proof = await proveInclusion(12_345, 70_000, tree.read);
    expect(tree.reads).toBe(1);
    // Its own tile, that of the level above, and where the right edge lies: 70,000 = 65,536 + 17 · 256 + 112.
    expect(tree.tilesRead).toBe(4);
    expect(
      verifyInclusion(hash(tree, 12_345), 12_345, 70_000, head(tree, 70_000).root, proof),
    ).toBe(true);
  });

  it('proves growth between any two checkpoints from the tiles of the newer one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 70_000 }), async (from) => {
        const proof = await proveConsistency(from, 70_000, tree.read);
        expect(verifyConsistency(head(tree, from), head(tree, 70_000), proof)).toBe(true);
        expect(await treeRoot(from, tree.read, 70_000)).toEqual(head(tree, from).root);
      }),
      { seed: 6962, numRuns: 200 },
    );
  });

  it('refuses a tile that is too short, and sizes that cannot be', async () => {
    const short = async () => [new Uint8Array(32)];
    await expect(proveInclusion(0, 3, short)).rejects.toThrow(RangeError);
    for (const [index, size] of [
      [3, 3],
      [-1, 3],
      [0.5, 3],
      [0, Number.NaN],
      [0, 2 ** 53],
    ] as const) {
      await expect(proveInclusion(index, size, tree.read)).rejects.toThrow(RangeError);
      expect(rootOfInclusion(hash(tree, 0), index, size, [])).toBeNull();
    }
    await expect(proveConsistency(4, 3, tree.read)).rejects.toThrow(RangeError);
    expect(verifyConsistency(head(tree, 4), head(tree, 3), [])).toBe(false);
  });

  it('goes beyond 2^31 and up to 2^53', async () => {
    // A tree whose entries are all the same: every complete subtree of a height has one root, so a tile is that root again and again.
    const roots = [hash(tree, 0)];
    for (let height = 0; height < 53; height++) {
      const root = roots[height] as Uint8Array;
      roots.push(nodeHash(root, root));
    }
    const read = async (tiles: readonly { level: number; width: number }[]) =>
      tiles.map(({ level, width }) => {
        const tile = new Uint8Array(width * 32);
        for (let at = 0; at < width; at++) tile.set(roots[level * 8] as Uint8Array, at * 32);
        return tile;
      });
    for (const size of [2 ** 31 + 5, 2 ** 40 - 1, Number.MAX_SAFE_INTEGER]) {
      const root = await treeRoot(size, read);
      for (const index of [0, 2 ** 31 - 1, size - 1]) {
        const proof = await proveInclusion(index, size, read);
        expect(verifyInclusion(hash(tree, 0), index, size, root, proof)).toBe(true);
      }
      const from = { size: 2 ** 31 - 3, root: await treeRoot(2 ** 31 - 3, read, size) };
      const proof = await proveConsistency(from.size, size, read);
      expect(verifyConsistency(from, { size, root }, proof)).toBe(true);
    }
  });
});

describe('the frontier', () => {
  it('is kept and read again at every size', () => {
    const tree = new TestTree(numbered(100));
    let frontier = new Frontier();
    for (const [index, leaf] of tree.hashes.entries()) {
      const copy = frontier.copy();
      frontier.append(leaf);
      expect(copy.size).toBe(index);
      expect(copy.root()).toEqual(head(tree, index).root);
      frontier = Frontier.read(frontier.size, frontier.bytes()) as Frontier;
      expect(frontier.root()).toEqual(head(tree, index + 1).root);
    }
    expect(Frontier.read(99, frontier.bytes())).toBeNull();
    expect(Frontier.read(-1, new Uint8Array())).toBeNull();
  });
});
