import { ChiduError, type ErrorCode, type Issue } from '../errors.ts';

/** Stops the reading of a file. Callers of the folder see an issue. */
export function refusal(code: ErrorCode, at: string, message: string): ChiduError {
  return new ChiduError(code, message, { at });
}

/** Runs a reader and turns its refusal into an issue; any other error is a mistake of ours and goes on. */
export function refusable<T>(
  read: () => T,
): { ok: true; value: T } | { ok: false; issues: readonly Issue[] } {
  try {
    return { ok: true, value: read() };
  } catch (error) {
    if (!(error instanceof ChiduError)) throw error;
    const { code, at = '', message, fields } = error;
    return { ok: false, issues: [{ code, at, message, fields }] };
  }
}
