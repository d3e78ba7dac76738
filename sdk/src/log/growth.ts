import { equalBytes } from '../codes/bytes.ts';
import type { LogError } from '../errors.ts';
import type { Checkpoint } from './checkpoint.ts';
import { type TreeHead, verifyConsistency } from './proof.ts';

/** Why a head may not follow on another: it is of another log, smaller, or not grown out of it. */
export type GrowthError = Extract<LogError, `growth-${string}`>;

/**
 * May `next` stand after `last`? Null where it may. The one rule that keeps a log a log: whoever signs, witnesses or
 * remembers a head asks this first, with what it remembers itself and not with what the database says.
 *
 * @param last the head remembered, or null where there is none yet
 * @param proof consistency proof between the two
 */
export function growthFault(
  last: Checkpoint | null,
  next: Checkpoint,
  proof: readonly Uint8Array[],
): GrowthError | null {
  if (last === null) return null;
  if (last.origin !== next.origin) return 'growth-origin';
  if (next.size < last.size) return 'growth-smaller';
  return verifyConsistency(last, next, proof) ? null : 'growth-fork';
}

/** Is a head the beginning that a code names: its size and the first bytes of its root (label 22 of a code)? */
export const hasPrefix = (head: TreeHead, size: number, rootPrefix: Uint8Array): boolean =>
  head.size === size && equalBytes(head.root.subarray(0, rootPrefix.length), rootPrefix);
