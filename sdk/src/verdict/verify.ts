import { replay } from './replay.ts';
import { checkStatus, type LoadStatusList } from './status.ts';
import type { Verdict } from './verdict.ts';
import { type VerifyOptions, verifyWith } from './verify-with.ts';

/**
 * Checks a code with the arithmetic built in. A page that must stay small calls `verifyWith` and brings the
 * arithmetic when it is needed.
 */
export function verify(
  text: string,
  {
    loadStatus: load,
    ...options
  }: Omit<VerifyOptions, 'replay' | 'status'> & { readonly loadStatus?: LoadStatusList },
): Promise<Verdict> {
  const { keys } = options.trust;
  return verifyWith(text, {
    ...options,
    replay,
    ...(load &&
      keys && {
        status: (payload, authority) =>
          checkStatus(payload, authority, { keys, load, now: options.now() }),
      }),
  });
}
