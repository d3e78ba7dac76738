import { replay } from './replay.ts';
import type { Verdict } from './verdict.ts';
import { type VerifyOptions, verifyWith } from './verify-with.ts';

/**
 * Checks a code with the arithmetic built in. A page that must stay small calls `verifyWith` and brings the
 * arithmetic when it is needed.
 */
export function verify(text: string, options: Omit<VerifyOptions, 'replay'>): Promise<Verdict> {
  return verifyWith(text, { ...options, replay });
}
