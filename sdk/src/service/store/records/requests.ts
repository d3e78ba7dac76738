import type { Sql, Value } from '../sql/database.ts';
import { table } from './table.ts';

/** A request that has been answered: sent again, it gets the same answer and is not done twice. */
export interface RequestRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  /** Hash of what was asked: the same id with another content is refused. */
  readonly digest: string;
  /** JSON. */
  readonly answer: string;
  readonly at: number;
}

const rows = table<RequestRow>('request', ['authority', 'id', 'digest', 'answer', 'at']);

/** Answered requests (`request_pkey`: an id once). Never forgotten: an outbox may have been offline for months. */
export const requests = {
  insert: rows.insert,

  find: (sql: Sql, authority: string, id: string) => rows.one(sql, { authority, id }),
};
