import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/** A Rule in its published bytes, by its hash. */
export interface RuleRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly hash: string;
  readonly violation: string;
  readonly document: Uint8Array;
  readonly addedAt: number;
  readonly withdrawnAt: number | null;
}

const rows = table<RuleRow>('rule', [
  'authority',
  'hash',
  'violation',
  'document',
  'addedAt',
  'withdrawnAt',
]);

export const rules = {
  insert: rows.insert,

  byHash: (sql: Sql, authority: string, hash: string) => rows.one(sql, { authority, hash }),

  ofViolation: (sql: Sql, authority: string, violation: string) =>
    rows.many(sql, { authority, violation }, 'order by added_at, hash'),

  withdraw: (sql: Sql, authority: string, hash: string, withdrawnAt: number) =>
    rows.change(sql, { authority, hash }, { withdrawnAt }),
};
