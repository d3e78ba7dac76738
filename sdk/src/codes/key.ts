import { ChiduError } from '../errors.ts';
import { toHex } from './bytes.ts';
import { keyId } from './envelope.ts';

/** A public key as a trust list states it. A key has exactly one algorithm; days are of China Standard Time. */
export interface KeyEntry {
  /** COSE algorithm number: `ALGORITHMS`. */
  readonly alg: number;
  /** SubjectPublicKeyInfo, DER. */
  readonly spki: Uint8Array;
  /** Unified social credit codes of the authorities it signs for; null: any, for conformance runs only. */
  readonly authorities: readonly string[] | null;
  readonly role: string;
  /** First and last day on which it may sign, yyyymmdd, both included. */
  readonly notBefore: number;
  readonly notAfter: number;
  /** Day of revocation, yyyymmdd, or null. */
  readonly revokedAt: number | null;
  readonly reason?: string;
}

/**
 * What a listed key may do. `authority` signs codes; `officer` signs requests to the service and no codes;
 * `officer-provisional` signs codes alone while its authority has no signing device, and is shown as such;
 * `approver` approves officers; `publisher` signs packs and status lists; `head`, `supervisor` and `auditor` sign requests
 * to the service, as `officer` does, and no codes.
 */
export const ROLES = [
  'authority',
  'officer',
  'officer-provisional',
  'approver',
  'publisher',
  'head',
  'supervisor',
  'auditor',
] as const;

export type Role = (typeof ROLES)[number];

/** Roles whose keys may sign codes. */
export const SIGNING_ROLES: readonly string[] = [
  'authority',
  'officer-provisional',
] satisfies Role[];

/** Keys by kid (hex of the first 8 bytes of SHA-256 of the SPKI). */
export type KeyRing = ReadonlyMap<string, KeyEntry>;

/**
 * Keys as a ring.
 * @throws {ChiduError} `trust-duplicate-kid` where two entries have one kid: nobody could say which of them counts.
 */
export function keyRing(entries: Iterable<KeyEntry>): KeyRing {
  const ring = new Map<string, KeyEntry>();
  for (const entry of entries) {
    const kid = toHex(keyId(entry.spki));
    if (ring.has(kid))
      throw new ChiduError('trust-duplicate-kid', `two keys with kid ${kid}`, { at: kid });
    ring.set(kid, entry);
  }
  return ring;
}
