import type { Sql } from '../sql/database.ts';
import { table } from './table.ts';

/** A supervision code as the service issued it. */
export interface CodeRow extends Readonly<Record<string, string | number | Uint8Array | null>> {
  readonly authority: string;
  /** 64 hex digits. */
  readonly codeId: string;
  readonly caseNumber: string;
  /** For what the case has one live code: its notice, its decision. */
  readonly slot: string;
  /** 文号 as printed, and in the form of `lookUpCode`. */
  readonly document: string;
  readonly normalDocument: string;
  /** Label 25 of the payload. */
  readonly documentKind: number;
  /** `dddd-dddd-dddd`. */
  readonly checkCode: string;
  readonly issuedOn: string;
  /** Of the status list, and the place in it: label 23. */
  readonly period: string;
  readonly statusIndex: number;
  readonly status: string;
  readonly live: 0 | 1;
  /** Id of the code in whose place it came. */
  readonly supersedes: string | null;
  /** Key id of the officer who asked for it. */
  readonly officer: string;
  readonly unit: string | null;
  /** Hash of the Rule it binds. */
  readonly rule: string;
  readonly payload: Uint8Array;
  /** Digits as printed; null until the authority has signed. */
  readonly text: string | null;
  readonly year: number;
  readonly logIndex: number;
  /** Of the party commitment. */
  readonly salt: Uint8Array | null;
  readonly party: Uint8Array | null;
  /** The detail document. */
  readonly detail: Uint8Array | null;
  /** JSON. */
  readonly details: string;
  readonly createdAt: number;
  readonly firstViewedAt: number | null;
  readonly firstViewedIndex: number | null;
}

const rows = table<CodeRow>('code', [
  'authority',
  'codeId',
  'caseNumber',
  'slot',
  'document',
  'normalDocument',
  'documentKind',
  'checkCode',
  'issuedOn',
  'period',
  'statusIndex',
  'status',
  'live',
  'supersedes',
  'officer',
  'unit',
  'rule',
  'payload',
  'text',
  'year',
  'logIndex',
  'salt',
  'party',
  'detail',
  'details',
  'createdAt',
  'firstViewedAt',
  'firstViewedIndex',
]);

/** Codes. A case has one live code a slot (`code_live`), a place in a status list one code (`code_status_index`). */
export const codes = {
  insert: rows.insert,

  byId: (sql: Sql, authority: string, codeId: string) => rows.one(sql, { authority, codeId }),

  /** The second channel: 文号 and 核验码. */
  byLookup: (sql: Sql, authority: string, normalDocument: string, checkCode: string) =>
    rows.one(sql, { authority, normalDocument, checkCode }),

  liveOf: (sql: Sql, authority: string, caseNumber: string, slot: string) =>
    rows.one(sql, { authority, caseNumber, slot, live: 1 }),

  ofCase: (sql: Sql, authority: string, caseNumber: string) =>
    rows.many(sql, { authority, caseNumber }, 'order by created_at, code_id'),

  lastNotice: async (sql: Sql, authority: string, caseNumber: string) => {
    const [last] = await rows.many(
      sql,
      { authority, caseNumber, slot: 'notice' },
      'order by year desc, log_index desc limit 1',
    );
    return last ?? null;
  },

  /** Another code takes its place, if it is live; 1 where it was. */
  replace: (sql: Sql, authority: string, codeId: string) =>
    rows.change(sql, { authority, codeId, live: 1 }, { status: 'superseded', live: 0 }),

  setStatus: (sql: Sql, authority: string, codeId: string, status: string, live: 0 | 1) =>
    rows.change(sql, { authority, codeId }, { status, live }),

  /** Forget detail document, salt and party of the code entered at a place; the code itself stays. */
  erase: (sql: Sql, authority: string, year: number, logIndex: number) =>
    rows.change(sql, { authority, year, logIndex }, { detail: null, salt: null, party: null }),

  /** How many an officer has had issued on a day. */
  issuedOn: async (sql: Sql, authority: string, officer: string, day: string) => {
    const [found] = await sql.all<{ count: number }>(
      'select count(*) as count from code where authority = $1 and officer = $2 and issued_on = $3',
      [authority, officer, day],
    );
    return found?.count ?? 0;
  },

  /** Is a place in a status list given away? */
  atPlace: async (sql: Sql, authority: string, period: string, statusIndex: number) =>
    (await rows.one(sql, { authority, period, statusIndex })) !== null,

  setDetails: (sql: Sql, authority: string, codeId: string, details: string) =>
    rows.change(sql, { authority, codeId }, { details }),

  setText: (sql: Sql, authority: string, codeId: string, text: string) =>
    rows.change(sql, { authority, codeId }, { text }),

  setViewed: (sql: Sql, authority: string, codeId: string, at: number, index: number) =>
    rows.change(sql, { authority, codeId }, { firstViewedAt: at, firstViewedIndex: index }),

  /** How many an officer has had issued since an instant. */
  issuedBy: async (sql: Sql, authority: string, officer: string, since: number) => {
    const [found] = await sql.all<{ count: number }>(
      'select count(*) as count from code where authority = $1 and officer = $2 and created_at >= $3',
      [authority, officer, since],
    );
    return found?.count ?? 0;
  },

  /** First free place in a status list: the one behind the last that was given. */
  nextStatusIndex: async (sql: Sql, authority: string, period: string) => {
    const [found] = await sql.all<{ next: number }>(
      'select coalesce(max(status_index), -1) + 1 as next from code where authority = $1 and period = $2',
      [authority, period],
    );
    return found?.next ?? 0;
  },

  /** The places of a status list that are not valid. */
  notValid: (sql: Sql, authority: string, period: string) =>
    sql.all<{ statusIndex: number; status: string }>(
      `select status_index as "statusIndex", status from code
       where authority = $1 and period = $2 and status <> 'valid' order by status_index`,
      [authority, period],
    ),

  /** Entered in the log and not signed yet: what a process that died has left to do. */
  pending: (sql: Sql, authority: string) =>
    rows.many(sql, { authority }, 'and text is null order by created_at, code_id'),
};
