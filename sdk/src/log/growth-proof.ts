import { fromHex, toHex } from '../codes/bytes.ts';
import { HASH_BYTES } from './hash.ts';
import { proveConsistency, type TreeHead, treeRoot, verifyConsistency } from './proof.ts';
import type { ReadTiles } from './tree-reader.ts';

/** Shows that a tree grew out of an earlier one, for whoever knows the root of the later; hashes in hex. */
export interface GrowthProof {
  readonly from: number;
  /** Root of the earlier tree. */
  readonly root: string;
  readonly to: number;
  /** Consistency proof (RFC 6962 §2.1.2). */
  readonly proof: readonly string[];
}

/** Make one from tiles: of the store, or of a host that need not be trusted. */
export async function proveGrowth(from: number, to: number, read: ReadTiles): Promise<GrowthProof> {
  const [root, proof] = await Promise.all([
    treeRoot(from, read, to),
    proveConsistency(from, to, read),
  ]);
  return { from, root: toHex(root), to, proof: proof.map(toHex) };
}

/** The earlier tree, if the proof leads from it to `head`; null where it does not. */
export function earlierTree(growth: GrowthProof, head: TreeHead): TreeHead | null {
  const [root, ...proof] = [growth.root, ...growth.proof].map(fromHex);
  if (![root, ...proof].every((hash) => hash?.length === HASH_BYTES)) return null;
  const earlier = { size: growth.from, root: root as Uint8Array };
  return growth.to === head.size && verifyConsistency(earlier, head, proof as Uint8Array[])
    ? earlier
    : null;
}
