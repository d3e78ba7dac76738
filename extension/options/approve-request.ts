import {
  approveKey,
  type KeyRequest,
  readKeyRequest,
  requestDigits,
  type Signer,
  toHex,
} from '@chidu/sdk/codes';
import type { TrustError } from '@chidu/sdk/errors';
import { addDays, chinaDay, dayNumber, halfWidth, isDay } from '@chidu/sdk/text';

/** Roles that one approver may let in; every other one is listed by root holders. */
export const APPROVED_ROLES = ['officer', 'officer-provisional'] as const;

export type ApprovedRole = (typeof APPROVED_ROLES)[number];

/** A request that was signed by the key it speaks of, and its twelve digits. */
export interface OpenedRequest {
  readonly bytes: Uint8Array;
  readonly request: KeyRequest;
  readonly digits: string;
}

/** Reads a colleague's request. */
export async function openRequest(
  bytes: Uint8Array,
): Promise<
  | { readonly ok: true; readonly opened: OpenedRequest }
  | { readonly ok: false; readonly error: TrustError }
> {
  const read = await readKeyRequest(bytes);
  if (!read.ok) return { ok: false, error: read.error };
  const digits = await requestDigits(bytes);
  return { ok: true, opened: { bytes, request: read.request, digits } };
}

/** What the approver decides. Days are `YYYY-MM-DD`, both included. */
export interface Decision {
  /** The digits as the officer read them out. */
  readonly digits: string;
  readonly role: ApprovedRole;
  readonly from: string;
  readonly to: string;
}

/** The approver at this browser: the key that signs, and for whom it was asked. */
export interface Approver {
  readonly signer: Signer;
  readonly authority: string;
  readonly officer: number;
}

export type DecisionFault =
  | 'own-key'
  | 'own-number'
  | 'digits'
  | 'window-text'
  | 'window-past'
  | 'window-order'
  | 'window-long';

/**
 * Signs the approval of a request whose digits are those that were read out, for at most twelve months. Nobody approves
 * a request of their own, be it of the same key or of another key under the same number.
 */
export async function approveRequest(
  { bytes, request, digits }: OpenedRequest,
  decision: Decision,
  { signer, authority, officer }: Approver,
  now: Date,
): Promise<
  | { readonly ok: true; readonly approval: Uint8Array }
  | { readonly ok: false; readonly fault: DecisionFault }
> {
  const refuse = (fault: DecisionFault) => ({ ok: false, fault }) as const;
  if (request.spki === toHex(signer.spki)) return refuse('own-key');
  if (request.authority === authority && request.officer === officer) return refuse('own-number');
  if (plainDigits(decision.digits) !== plainDigits(digits)) return refuse('digits');
  const window = windowFault(decision, chinaDay(now.getTime()));
  if (window !== null) return refuse(window);
  const approval = await approveKey(
    bytes,
    {
      role: decision.role,
      notBefore: dayNumber(decision.from),
      notAfter: dayNumber(decision.to),
      // Instants in signed texts are whole seconds.
      approved: `${now.toISOString().slice(0, 19)}Z`,
    },
    signer,
  );
  return { ok: true, approval };
}

function windowFault({ from, to }: Decision, today: string): DecisionFault | null {
  if (!isDay(from) || !isDay(to)) return 'window-text';
  if (from < today) return 'window-past';
  if (to < from) return 'window-order';
  return to < yearAfter(from) ? null : 'window-long';
}

/** A key enters the list at least 7 days before its first use, and stays for twelve months: sdk/docs/keys.md. */
export function usualWindow(now: Date): Pick<Decision, 'from' | 'to'> {
  const from = addDays(chinaDay(now.getTime()), 7);
  const end = yearAfter(from);
  return { from, to: isDay(end) ? addDays(end, -1) : end.replace(/29$/, '28') };
}

/** The same month and day of the next year; after 29 February a text between two days, good to compare with. */
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** Digits as people write them: grouped by any dash or space, in either width. */
const plainDigits = (text: string): string => halfWidth(text).replace(/[\s‐-―-]/g, '');
