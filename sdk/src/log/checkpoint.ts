import { encodeBase64, strictBase64 } from '../codes/base64.ts';
import { HASH_BYTES } from './hash.ts';
import type { TreeHead } from './proof.ts';

/** 检查点: the head of a log (C2SP tlog-checkpoint). Signed as the text of a note. */
export interface Checkpoint extends TreeHead {
  /** Which log: `logOrigin`. */
  readonly origin: string;
}

/** The text of a checkpoint, to be signed. */
export const formatCheckpoint = ({ origin, size, root }: Checkpoint): string =>
  `${origin}\n${size}\n${encodeBase64(root)}\n`;

/** A checkpoint from the text of a note, or null. Extension lines are read over: they say nothing that an auditor could check. */
export function parseCheckpoint(text: string): Checkpoint | null {
  if (!text.endsWith('\n')) return null;
  const [origin = '', size = '', base64 = '', ...extensions] = text.slice(0, -1).split('\n');
  const root = strictBase64(base64);
  if (origin === '' || extensions.includes('') || root?.length !== HASH_BYTES) return null;
  const number = parseSize(size);
  return number === null ? null : { origin, size: number, root };
}

/** A number in ASCII digits without leading zeroes, below 2^53; null for any other text. */
export function parseSize(text: string): number | null {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(text)) return null;
  const size = Number(text);
  return Number.isSafeInteger(size) ? size : null;
}
