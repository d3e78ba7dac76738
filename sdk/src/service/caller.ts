import { readAuthorization, type StaffRole } from '../api/index.ts';
import { toHex, verifySignature } from '../codes/index.ts';
import { ChiduError } from '../errors.ts';
import { chinaDay, dayNumber, sha256 } from '../text/index.ts';
import type { Register } from './keys/register.ts';

/** A member of staff who signed a request. */
export interface Caller {
  readonly role: StaffRole;
  readonly kid: string;
  readonly authorities: readonly string[];
  /** Number in the authority's register, where it is known. */
  readonly officer: number | null;
  /** The signed text, kept with the act. */
  readonly signed: Uint8Array;
  /** Names the act; with the key in front, so that two people cannot take one another's. */
  readonly requestId: string;
  /** What was asked, hashed: method, path, body. */
  readonly digest: string;
}

/** How far the clock of a desk may stand from the service's. Milliseconds. */
const CLOCK_TOLERANCE = 300_000;

const ROLE_OF: Readonly<Record<string, StaffRole>> = {
  officer: 'officer',
  'officer-provisional': 'officer',
  head: 'head',
  supervisor: 'supervisor',
  auditor: 'auditor',
};

/** What came over the wire, before anything is believed. */
export interface Presented {
  readonly method: string;
  /** Path and query, as it came. */
  readonly path: string;
  readonly header: string | undefined;
  readonly body: Uint8Array;
}

/**
 * Who signed a request.
 * @throws {ChiduError} `request-unsigned`, `request-signature` (`at` says what is not as signed), `request-time`,
 * `forbidden` for a key that is revoked or outside of its window.
 */
export async function identifyCaller(
  presented: Presented,
  { register, audience, now }: { register: Register; audience: string; now: number },
): Promise<Caller> {
  const { method, path, header, body } = presented;
  if (header === undefined) throw new ChiduError('request-unsigned', 'this route is signed');
  const unlike = (at: string) => new ChiduError('request-signature', 'not what was signed', { at });
  const read = readAuthorization(header);
  if (read === null) throw unlike('authorization');
  const { request, kid, alg, signature } = read;
  if (request.audience !== audience) throw unlike('audience');
  if (request.method !== method) throw unlike('method');
  if (request.path !== path) throw unlike('path');
  if (request.content !== toHex(await sha256(body))) throw unlike('content');
  const made = Date.parse(request.made);
  if (Math.abs(now - made) > CLOCK_TOLERANCE) {
    throw new ChiduError('request-time', 'signed too long ago, or by a clock that is set wrong', {
      fields: { now: new Date(now).toISOString() },
    });
  }
  const key = await register.find(kid);
  if (key === null || key.alg !== alg) throw unlike('key');
  if (!(await verifySignature(alg, key.spki, read.signed, signature))) throw unlike('signature');
  const role = ROLE_OF[key.role];
  const today = dayNumber(chinaDay(now));
  if (
    role === undefined ||
    today < key.notBefore ||
    today > key.notAfter ||
    (key.revokedAt !== null && today >= key.revokedAt)
  ) {
    throw new ChiduError('forbidden', 'the key may not sign requests today', { at: 'key' });
  }
  const digest = toHex(
    await sha256(new TextEncoder().encode(`${method} ${path}\n${request.content}`)),
  );
  return {
    role,
    kid,
    authorities: key.authorities,
    officer: key.officer,
    signed: read.text,
    requestId: `${kid}:${request.id}`,
    digest,
  };
}
