import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/** A key that may act for an authority, and as what. */
export interface StaffRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly kid: string;
  readonly role: string;
  /** COSE algorithm. */
  readonly alg: number;
  readonly spki: Uint8Array;
  /** Number in the authority's register. */
  readonly officer: number | null;
  readonly unit: string | null;
  /** yyyymmdd, as in the trust list. */
  readonly notBefore: number;
  readonly notAfter: number;
  readonly revokedAt: number | null;
  /** JSON. */
  readonly certificate: string | null;
  readonly addedAt: number;
  readonly year: number;
  readonly logIndex: number;
}

const rows = table<StaffRow>('staff', [
  'authority',
  'kid',
  'role',
  'alg',
  'spki',
  'officer',
  'unit',
  'notBefore',
  'notAfter',
  'revokedAt',
  'certificate',
  'addedAt',
  'year',
  'logIndex',
]);

export const staff = {
  insert: rows.insert,

  byKid: (sql: Sql, authority: string, kid: string) => rows.one(sql, { authority, kid }),

  list: (sql: Sql, authority: string) => rows.many(sql, { authority }, 'order by added_at, kid'),

  update: async (sql: Sql, authority: string, kid: string, to: Partial<StaffRow>) =>
    (await rows.change(sql, { authority, kid }, to)) === 1,
};

/** A key that asks to be enrolled. */
export interface EnrolmentRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  /** Of the request, hex. */
  readonly hash: string;
  readonly request: Uint8Array;
  readonly receivedAt: number;
  readonly approval: Uint8Array | null;
}

const enrolmentRows = table<EnrolmentRow>('enrolment', [
  'authority',
  'hash',
  'request',
  'receivedAt',
  'approval',
]);

export const enrolments = {
  insert: enrolmentRows.insert,

  byHash: (sql: Sql, authority: string, hash: string) =>
    enrolmentRows.one(sql, { authority, hash }),

  /** Those that nobody has approved since they came, from an instant on. */
  waiting: (sql: Sql, authority: string, since: number) =>
    enrolmentRows.many(
      sql,
      { authority },
      'and approval is null and received_at >= $2 order by received_at, hash',
      [since],
    ),

  /** Drops those that came before an instant and were not approved. */
  expire: (sql: Sql, authority: string, before: number) =>
    sql.run(
      'delete from enrolment where authority = $1 and approval is null and received_at < $2',
      [authority, before],
    ),

  approve: (sql: Sql, authority: string, hash: string, approval: Uint8Array) =>
    enrolmentRows.change(sql, { authority, hash }, { approval }),
};
