import { type KeyRing, verifyCode } from '@chidu/sdk/codes';
import type { Expected, ServiceAnswer, ServiceCode } from './issue-at-service.ts';

/** A code from the service counts only under a key of the trust list, and only with what the officer decided. */
export async function checkIssued(
  answer: ServiceCode,
  { document, documentKind, fine, authority }: Expected,
  keys: KeyRing,
): Promise<ServiceAnswer> {
  const code = await verifyCode(answer.text, keys);
  if (!code.ok) return { ok: false, error: code.error };
  const { payload } = code;
  const isSame =
    code.id === answer.id &&
    code.checkCode === answer.checkCode &&
    payload.document === document &&
    payload.documentKind === documentKind &&
    payload.authority === authority &&
    payload.fine === fine;
  return isSame ? answer : { ok: false, error: 'code-differs' };
}
