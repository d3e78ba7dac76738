import { sha256 } from '@noble/hashes/sha2.js';
import type { TrustError } from '../errors.ts';
import { fromHex, toHex } from './bytes.ts';
import { keyId } from './envelope.ts';
import { checkCodeOf } from './identity.ts';
import type { KeyRing } from './key.ts';
import { count, day, instant, integer, literal, matching, object, text } from './shape.ts';
import type { Signer } from './sign.ts';
import { verifySignature } from './signature.ts';
import { jsonBody, parseJsonBody, parseSignedText, signText } from './signed-text.ts';
import type { ListedKey } from './trust-list.ts';

/** 申请: an officer's new key asks to be listed. Format `chidu-key-request/1`, signed with the new key itself. */
export interface KeyRequest {
  readonly format: 'chidu-key-request/1';
  /** Unified social credit code. */
  readonly authority: string;
  /** Number in the authority's register, as in label 14 of a code. */
  readonly officer: number;
  readonly alg: number;
  /** Hex. */
  readonly spki: string;
  readonly made: string;
}

/** 批准: a second person lets the key in. Format `chidu-key-approval/1`, signed by an `approver` key. */
export interface KeyApproval {
  readonly format: 'chidu-key-approval/1';
  /** SHA-256 of the body of the request, hex. */
  readonly request: string;
  readonly role: string;
  readonly notBefore: number;
  readonly notAfter: number;
  readonly approved: string;
}

export type ReadRequest =
  | { readonly ok: true; readonly request: KeyRequest; readonly hash: string }
  | EnrolmentRefusal;

export type ReadApproval = { readonly ok: true; readonly key: ListedKey } | EnrolmentRefusal;

export interface EnrolmentRefusal {
  readonly ok: false;
  readonly error: TrustError;
  readonly at: string;
}

const requestShape = object({
  format: literal('chidu-key-request/1'),
  authority: text,
  officer: count,
  alg: integer,
  spki: matching(/^([0-9a-f]{2})+$/),
  made: instant,
});
const approvalShape = object({
  format: literal('chidu-key-approval/1'),
  request: matching(/^[0-9a-f]{64}$/),
  role: text,
  notBefore: day,
  notAfter: day,
  approved: instant,
});

/** PBKDF2 rounds behind the 12 digits; with 2^40 possible digits a forger needs about 2^59 hashes to hit them. */
const ROUNDS = 600_000;
const SALT = new TextEncoder().encode('chidu-key-request/1');

/** The request of a new key, signed by it, to be carried to the person who approves. */
export const keyRequest = (
  fields: Pick<KeyRequest, 'authority' | 'officer' | 'made'>,
  signer: Signer,
): Promise<Uint8Array> =>
  signText(
    jsonBody({
      format: 'chidu-key-request/1',
      ...fields,
      alg: signer.alg,
      spki: toHex(signer.spki),
    } satisfies KeyRequest),
    [signer],
  );

/** Read a request and check that whoever made it holds the key. */
export async function readKeyRequest(bytes: Uint8Array): Promise<ReadRequest> {
  const signed = parseSignedText(bytes);
  const value = signed === null ? undefined : parseJsonBody(signed.body);
  const fault = requestShape(value, '');
  if (signed === null || fault !== null) return refuse('enrol-schema', fault ?? '');
  const request = value as KeyRequest;
  const spki = fromHex(request.spki) as Uint8Array;
  const [line] = signed.signatures;
  const good =
    line !== undefined &&
    line.alg === request.alg &&
    line.kid === toHex(keyId(spki)) &&
    (await verifySignature(request.alg, spki, signed.body, line.signature));
  return good
    ? { ok: true, request, hash: toHex(sha256(signed.body)) }
    : refuse('enrol-signature', 'signatures');
}

/**
 * The 12 digits, `dddd-dddd-dddd`, that officer and approver read to each other. Slow by design: a request made to
 * show the digits of another would have to be searched for, and each try costs 600,000 hashes.
 */
export async function requestDigits(bytes: Uint8Array): Promise<string> {
  const body = parseSignedText(bytes)?.body ?? bytes;
  const { subtle } = globalThis.crypto;
  const key = await subtle.importKey('raw', body as Uint8Array<ArrayBuffer>, 'PBKDF2', false, [
    'deriveBits',
  ]);
  const algorithm = { name: 'PBKDF2', hash: 'SHA-256', salt: SALT, iterations: ROUNDS };
  return checkCodeOf(toHex(new Uint8Array(await subtle.deriveBits(algorithm, key, 64))));
}

/** Approve a request whose digits were compared in person. */
export async function approveKey(
  request: Uint8Array,
  fields: Pick<KeyApproval, 'role' | 'notBefore' | 'notAfter' | 'approved'>,
  approver: Signer,
): Promise<Uint8Array> {
  const hash = toHex(sha256(parseSignedText(request)?.body ?? request));
  const approval = {
    format: 'chidu-key-approval/1',
    request: hash,
    ...fields,
  } satisfies KeyApproval;
  return signText(jsonBody(approval), [approver]);
}

/**
 * Request and approval together as the key that goes into the next trust list. The approver is a listed, unrevoked
 * `approver` key of the same authority and another key than the one approved.
 */
export async function readKeyApproval(
  approval: Uint8Array,
  request: Uint8Array,
  keys: KeyRing,
): Promise<ReadApproval> {
  const asked = await readKeyRequest(request);
  if (!asked.ok) return asked;
  const signed = parseSignedText(approval);
  const value = signed === null ? undefined : parseJsonBody(signed.body);
  const fault = approvalShape(value, '');
  if (signed === null || fault !== null) return refuse('enrol-schema', fault ?? '');
  const { role, notBefore, notAfter, ...given } = value as KeyApproval;
  if (given.request !== asked.hash) return refuse('enrol-request', '/request');
  const [line] = signed.signatures;
  const approver = keys.get(line?.kid ?? '');
  const { authority, alg, spki } = asked.request;
  const day = Number(given.approved.slice(0, 10).replaceAll('-', ''));
  const mayApprove =
    line !== undefined &&
    approver !== undefined &&
    approver.role === 'approver' &&
    approver.revokedAt === null &&
    approver.notBefore <= day &&
    day <= approver.notAfter &&
    toHex(approver.spki) !== spki &&
    approver.alg === line.alg &&
    (approver.authorities === null || approver.authorities.includes(authority));
  if (!mayApprove) return refuse('enrol-approver', 'signatures');
  if (!(await verifySignature(approver.alg, approver.spki, signed.body, line.signature))) {
    return refuse('enrol-signature', 'signatures');
  }
  const window = { notBefore, notAfter, revokedAt: null, reason: null };
  return { ok: true, key: { alg, spki, role, authorities: [authority], ...window } };
}

const refuse = (error: TrustError, at: string): EnrolmentRefusal => ({ ok: false, error, at });
