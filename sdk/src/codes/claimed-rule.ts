import { toHex } from './bytes.ts';
import { decodeDigits } from './digits.ts';
import { decodeEnvelope } from './envelope.ts';
import { LABEL } from './labels.ts';
import { payloadLabels } from './payload.ts';
import { readCodeText } from './text.ts';

/**
 * The hash of the Rule that a code claims, before anything about it has been checked; null where it cannot be read. For
 * one purpose: to fetch the Rule while the signature is still being checked. `verifyCode` says what is true.
 */
export function claimedRule(input: string): string | null {
  const read = readCodeText(input);
  const bytes = read.found ? decodeDigits(read.text.slice(1)) : null;
  const envelope = bytes && decodeEnvelope(bytes);
  const rule = envelope && payloadLabels(envelope.payload)?.get(LABEL.rule);
  const hash = Array.isArray(rule) ? rule[2] : null;
  return hash instanceof Uint8Array && hash.length === 32 ? toHex(hash) : null;
}
