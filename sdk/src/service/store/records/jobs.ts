import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/** Work to be done at or after an instant, once: put down in the transaction that made it necessary. */
export interface JobRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  readonly kind: string;
  readonly dueAt: number;
  readonly attempts: number;
  readonly doneAt: number | null;
  /** JSON. */
  readonly data: string;
}

const rows = table<JobRow>('job', [
  'authority',
  'id',
  'kind',
  'dueAt',
  'attempts',
  'doneAt',
  'data',
]);

export const jobs = {
  insert: rows.insert,

  byId: (sql: Sql, authority: string, id: string) => rows.one(sql, { authority, id }),

  /** Due and not done, the oldest first. */
  due: (sql: Sql, authority: string, now: number, limit: number) =>
    rows.many(
      sql,
      { authority },
      'and done_at is null and due_at <= $2 order by due_at, id limit $3',
      [now, limit],
    ),

  done: (sql: Sql, authority: string, id: string, doneAt: number) =>
    rows.change(sql, { authority, id }, { doneAt }),

  /** Try again later, if nobody else has taken it up in the meantime; whether that is so. */
  again: async (sql: Sql, { authority, id, attempts }: JobRow, dueAt: number) =>
    (await rows.change(sql, { authority, id, attempts }, { dueAt, attempts: attempts + 1 })) === 1,
};
