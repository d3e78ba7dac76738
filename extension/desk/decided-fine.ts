import type { Assessment } from '@chidu/sdk/discretion';
import { parseMoney } from '@chidu/sdk/text';
import type { Draft } from './draft.ts';

/** The fine that the officer decided on, in fen: typed, or else as suggested. Undefined: none. */
export function decidedFine(
  draft: Draft,
  assessment: Assessment,
): { readonly ok: true; readonly fine: number | undefined } | { readonly ok: false } {
  if (assessment.outcome !== 'fine' || (draft.noFine && assessment.fineMode === 'may'))
    return { ok: true, fine: undefined };
  if (draft.fine.trim() === '')
    return assessment.suggestion === null
      ? { ok: false }
      : { ok: true, fine: assessment.suggestion };
  const typed = parseMoney(draft.fine);
  return typed.ok ? { ok: true, fine: typed.fen } : { ok: false };
}
