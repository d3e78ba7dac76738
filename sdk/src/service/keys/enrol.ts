import type * as z from 'zod/mini';
import type {
  Acted,
  CertificateRequest,
  KeyAdded,
  KeyApprovalText,
  KeyRequestRow,
  KeyRow,
  LogPlace,
  RevocationRequest,
} from '../../api/index.ts';
import { fromHex, keyId, readKeyApproval, readKeyRequest, toHex } from '../../codes/index.ts';
import { ChiduError } from '../../errors.ts';
import { chinaDay, dayNumber, dayOfNumber } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { trustIsStale } from '../files/trust-list.ts';
import type { Certificate } from '../issue/certificate.ts';
import { conflictsWith, once } from '../once.ts';
import { instant, record } from '../record.ts';
import type { Service } from '../service.ts';
import { enrolments, type StaffRow, staff } from '../store/records/staff.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

const DAY_MS = 86_400_000;

/** From when on a request that came still waits. */
const waitingSince = ({ config, now }: Service): number => now() - config.keyRequestDays * DAY_MS;

/**
 * Takes the request of a new key, which its own key has signed; it is worth nothing before somebody approves it, and is
 * dropped where nobody does in `keyRequestDays`.
 *
 * @throws {ChiduError} `enrol-…` as `readKeyRequest` says, `forbidden`, `too-many` where as many wait as `keyRequests`.
 */
export async function takeKeyRequest(service: Service, text: string): Promise<{ hash: string }> {
  const bytes = encode(text);
  const read = await readKeyRequest(bytes);
  if (!read.ok) throw new ChiduError(read.error, 'no request of a key', { at: read.at });
  const { authority } = read.request;
  if (!service.config.authorities.some(({ code }) => code === authority)) {
    throw new ChiduError('forbidden', 'an authority that is not kept here', { at: '/authority' });
  }
  const row = {
    authority,
    hash: read.hash,
    request: bytes,
    receivedAt: service.now(),
    approval: null,
  };
  try {
    await service.database.write(async (sql) => {
      await enrolments.expire(sql, authority, waitingSince(service));
      if (await enrolments.byHash(sql, authority, read.hash)) return;
      const most = service.config.limits.keyRequests;
      if ((await enrolments.waiting(sql, authority, 0)).length >= most) {
        throw new ChiduError('too-many', 'too many requests of keys wait at this authority');
      }
      await enrolments.insert(sql, row);
    });
  } catch (error) {
    // The same request again is the same request.
    if (!conflictsWith(error, 'enrolment_pkey')) throw error;
  }
  return { hash: read.hash };
}

/** Every request that waits. `takeKeyRequest` lets no more wait than a page can show. */
export async function listKeyRequests(
  service: Service,
  authority: string,
): Promise<{ requests: KeyRequestRow[] }> {
  const { reader } = service.database;
  const waiting = await enrolments.waiting(reader, authority, waitingSince(service));
  const read = await Promise.all(
    waiting.map(async ({ hash, request, receivedAt }): Promise<KeyRequestRow[]> => {
      const asked = await readKeyRequest(request);
      if (!asked.ok) return [];
      const { officer } = asked.request;
      const text = new TextDecoder().decode(request);
      return [{ hash, authority, officer, receivedAt: instant(receivedAt), request: text }];
    }),
  );
  return { requests: read.flat() };
}

/** Roles that an approver may let in; the others come by the trust list alone. */
const ENROLLED: readonly string[] = ['officer', 'head'];

/**
 * Takes a key into the register on the word of a listed `approver`, who compared the twelve digits in person. It may sign
 * requests at once and stands in the next trust list.
 *
 * @throws {ChiduError} `enrol-…` as `readKeyApproval` says, `forbidden` for a role that is not enrolled.
 */
export async function approveKeyRequest(
  service: Service,
  { request, approval }: z.infer<typeof KeyApprovalText>,
): Promise<KeyAdded> {
  const approved = await readKeyApproval(
    encode(approval),
    encode(request),
    await service.trust.keys(),
  );
  if (!approved.ok)
    throw new ChiduError(approved.error, 'no approval of this key', { at: approved.at });
  const asked = await readKeyRequest(encode(request));
  if (!asked.ok) throw new ChiduError(asked.error, 'no request of a key', { at: asked.at });
  const { alg, role, notBefore, notAfter } = approved.key;
  if (!ENROLLED.includes(role)) {
    throw new ChiduError('forbidden', 'keys of this role come by the trust list', { at: '/role' });
  }
  const { authority, officer } = asked.request;
  await mayStillApprove(service, signerOfText(approval) ?? '');
  const spki = fromHex(asked.request.spki) as Uint8Array;
  const kid = toHex(keyId(spki));
  const known = await staff.byKid(service.database.reader, authority, kid);
  if (known) {
    return { kid, place: { authority, year: known.year, index: known.logIndex } };
  }
  const { place } = await record(service, {
    authority,
    type: 'key-added',
    actor: { role: 'approver', kid: signerOfText(approval) },
    open: { kid, alg, role, officer, notBefore, notAfter },
    closed: { request, approval },
    within: async (sql, { year, index }, at) => {
      const key = { alg, spki, role, notBefore, notAfter, officer };
      await staff.insert(sql, newStaff({ authority, kid, ...key }, { year, index }, at));
      await enrolments.approve(sql, authority, asked.hash, encode(approval));
    },
  });
  return { kid, place };
}

/** The row of a key that the register has nothing more to say about yet. */
const newStaff = (
  key: Pick<
    StaffRow,
    'authority' | 'kid' | 'role' | 'alg' | 'spki' | 'notBefore' | 'notAfter' | 'officer'
  >,
  { year, index }: Pick<LogPlace, 'year' | 'index'>,
  addedAt: number,
): StaffRow => ({
  ...key,
  unit: null,
  revokedAt: null,
  certificate: null,
  addedAt,
  year,
  logIndex: index,
});

/**
 * The approval says itself when it was given, and the register may have revoked its key since the trust list was signed:
 * only a key that is good today lets another one in. Behind the day of the next list nobody knows which are.
 */
async function mayStillApprove(service: Service, kid: string): Promise<void> {
  const { database, config, trust, now } = service;
  if (await trustIsStale(service)) {
    throw new ChiduError('enrol-approver', 'the next trust list is overdue', { at: 'trust-list' });
  }
  const today = dayNumber(chinaDay(now()));
  const rows = await Promise.all(
    config.authorities.map(({ code }) => staff.byKid(database.reader, code, kid)),
  );
  const revoked = rows.some((row) => row !== null && row.revokedAt !== null);
  const listed = (await trust.keys()).get(kid);
  if (!listed || revoked || today < listed.notBefore || today > listed.notAfter) {
    throw new ChiduError('enrol-approver', 'the key of the approver is not good today', {
      at: 'signatures',
    });
  }
}

/** Key id of the first signature under a signed text. */
const signerOfText = (text: string): string | null =>
  /\n— (?<kid>[0-9a-f]{16}) /.exec(text)?.groups?.kid ?? null;

/** Every key that may act for an authority here. */
export async function listKeys(service: Service, authority: string): Promise<{ keys: KeyRow[] }> {
  const ring = await service.trust.keys();
  const rows = new Map(
    (await staff.list(service.database.reader, authority)).map((row) => [row.kid, row]),
  );
  const listed = [...ring]
    .filter(([, { authorities }]) => authorities === null || authorities.includes(authority))
    .map(([kid, key]): KeyRow => {
      const row = rows.get(kid);
      rows.delete(kid);
      return {
        kid,
        alg: key.alg,
        spki: toHex(key.spki),
        role: key.role,
        authorities: [...(key.authorities ?? [authority])],
        notBefore: dayOfNumber(key.notBefore),
        notAfter: dayOfNumber(key.notAfter),
        revokedAt: dayOrNull(key.revokedAt ?? row?.revokedAt ?? null),
        from: 'trust-list',
        officer: row?.officer ?? null,
        certificate: certificateOf(row),
      };
    });
  const enrolled = [...rows.values()].map(
    (row): KeyRow => ({
      kid: row.kid,
      alg: row.alg,
      spki: toHex(row.spki),
      role: row.role,
      authorities: [authority],
      notBefore: dayOfNumber(row.notBefore),
      notAfter: dayOfNumber(row.notAfter),
      revokedAt: dayOrNull(row.revokedAt),
      from: 'register',
      officer: row.officer,
      certificate: certificateOf(row),
    }),
  );
  return { keys: [...listed, ...enrolled] };
}

const dayOrNull = (day: number | null): string | null => (day === null ? null : dayOfNumber(day));

const certificateOf = (row: StaffRow | undefined): KeyRow['certificate'] => {
  if (!row?.certificate) return null;
  const { fields, ...window } = JSON.parse(row.certificate) as Certificate;
  return { ...window, fields: fields && [...fields] };
};

/** 执法证: what the register says about the officer behind a key. */
export function setCertificate(
  service: Service,
  caller: Caller,
  kid: string,
  { authority, notBefore, notAfter, fields }: z.infer<typeof CertificateRequest>,
): Promise<Acted> {
  const certificate: Certificate = { notBefore, notAfter, fields };
  return changeKey(service, caller, authority, kid, {
    type: 'register',
    open: { kid, certificate },
    to: { certificate: JSON.stringify(certificate) },
  });
}

/** Keys that the head of an authority may revoke; those of whoever watches the authority are not among them. */
const OWN_STAFF: readonly string[] = ['officer', 'officer-provisional', 'head'];

/**
 * Revokes a key from today. Codes that are in the log already stay what they are.
 *
 * @throws {ChiduError} `not-found`; `forbidden` for a head where the key is not of the authority's own staff.
 */
export async function revokeKey(
  service: Service,
  caller: Caller,
  kid: string,
  { authority, reason }: z.infer<typeof RevocationRequest>,
): Promise<Acted> {
  const role =
    (await service.trust.keys()).get(kid)?.role ??
    (await staff.byKid(service.database.reader, authority, kid))?.role;
  if (caller.role === 'head' && role !== undefined && !OWN_STAFF.includes(role)) {
    throw new ChiduError('forbidden', 'a head revokes keys of officers and heads', { at: 'role' });
  }
  const revokedAt = dayNumber(chinaDay(service.now()));
  return changeKey(service, caller, authority, kid, {
    type: 'key-revoked',
    open: { kid, revokedAt },
    closed: { reason },
    to: { revokedAt },
  });
}

interface KeyChange {
  readonly type: 'register' | 'key-revoked';
  readonly open: Readonly<Record<string, unknown>>;
  readonly closed?: Readonly<Record<string, unknown>>;
  readonly to: Pick<StaffRow, 'revokedAt'> | Pick<StaffRow, 'certificate'>;
}

function changeKey(
  service: Service,
  caller: Caller,
  authority: string,
  kid: string,
  { to, ...entry }: KeyChange,
): Promise<Acted> {
  const answer = (place: Acted['place'], at: number): Acted => ({ place, at: instant(at) });
  return once(service, authority, caller, async (keep) => {
    const { reader } = service.database;
    const listed = (await service.trust.keys()).get(kid);
    const ours = listed && (listed.authorities ?? [authority]).includes(authority);
    if (!ours && (await staff.byKid(reader, authority, kid)) === null) {
      throw new ChiduError('not-found', 'no such key of this authority');
    }
    const { place, at } = await record(service, {
      authority,
      ...entry,
      actor: { role: caller.role === 'head' ? 'head' : 'supervision', kid: caller.kid },
      signed: caller.signed,
      once: keep(answer),
      within: async (sql, { year, index }, at) => {
        if (await staff.update(sql, authority, kid, to)) return;
        // A listed key has no row until the register has something to say about it.
        if (!listed) throw new ChiduError('not-found', 'no such key of this authority');
        const { alg, spki, role, notBefore, notAfter } = listed;
        const key = { alg, spki, role, notBefore, notAfter, officer: null };
        const row = newStaff({ authority, kid, ...key }, { year, index }, at);
        await staff.insert(sql, { ...row, ...to });
      },
    });
    return answer(place, at);
  });
}
