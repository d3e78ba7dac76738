import { createHash } from 'node:crypto';
import type { ObjectionRequest } from '../../api/index.ts';
import { canonicalJson } from '../../text/index.ts';

/**
 * What makes two objections the same: code, disputed items, text, attachments. The sealed contact is left out, because
 * sealing the same contact twice gives two texts.
 */
export function contentKey(
  codeId: string,
  { disputed, text, attachments = [] }: ObjectionRequest,
): string {
  const content = { codeId, disputed, text: text.normalize('NFC'), attachments };
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}

/** 异议编号 of a content: sixteen digits. `turn` gives the next one where two contents meet in one number. */
export function objectionNumber(key: string, turn = 0): string {
  const hash = createHash('sha256').update(`${key} ${turn}`).digest('hex');
  const digits = (BigInt(`0x${hash.slice(0, 16)}`) % 10n ** 16n).toString().padStart(16, '0');
  return digits.replace(/(\d{4})(?=\d)/g, '$1-');
}
