import { type ListedKey, readKeyApproval, toHex } from '@chidu/sdk/codes';
import type { TrustError } from '@chidu/sdk/errors';
import type { OfficerKey } from '../platform/database.ts';
import type { CheckedList, Unchecked } from './check-list.ts';

/** How far the officer's key has come. Without a list that was checked nothing is said of a key but that it is not known. */
export type KeyState =
  | { readonly state: 'none' }
  | { readonly state: 'unchecked'; readonly why: Unchecked; readonly approval: boolean }
  /** `fault`: an approval is here and does not count. */
  | { readonly state: 'requested'; readonly seq: number; readonly fault: TrustError | null }
  | { readonly state: 'approved'; readonly seq: number; readonly key: ListedKey }
  | { readonly state: 'listed'; readonly seq: number; readonly key: ListedKey }
  | { readonly state: 'revoked'; readonly seq: number; readonly key: ListedKey };

type KeptKey = Pick<OfficerKey, 'spki' | 'request' | 'approval'>;

/** The state of a key by the trust list; what the list says goes before what lies in this browser. */
export async function keyState(key: KeptKey | null, checked: CheckedList): Promise<KeyState> {
  if (key === null) return { state: 'none' };
  const { spki, request, approval } = key;
  if (!checked.ok)
    return { state: 'unchecked', why: checked.why, approval: approval !== undefined };
  const { list, keys, seq } = checked.accepted;
  const own = toHex(spki);
  const listed = list.keys.find((each) => each.spki === own);
  if (listed) return { state: listed.revokedAt === null ? 'listed' : 'revoked', seq, key: listed };
  if (!approval) return { state: 'requested', seq, fault: null };
  const read = await readKeyApproval(approval, request, keys);
  return read.ok
    ? { state: 'approved', seq, key: read.key }
    : { state: 'requested', seq, fault: read.error };
}

/**
 * Why a file is no approval of the request kept here; null where it may be kept. Without a list the approver is not
 * known: that the file answers this request is then all that is asked.
 */
export async function approvalFault(
  approval: Uint8Array,
  request: Uint8Array,
  checked: CheckedList,
): Promise<TrustError | null> {
  const read = await readKeyApproval(
    approval,
    request,
    checked.ok ? checked.accepted.keys : new Map(),
  );
  if (read.ok || (!checked.ok && read.error === 'enrol-approver')) return null;
  return read.error;
}
