import type { Sql, Value } from '../sql/database.ts';
import type { Table } from './table.ts';

/** A row that an entry of the log made. */
interface Entered extends Readonly<Record<string, Value>> {
  readonly year: number;
  readonly logIndex: number;
}

/** A page of rows in the order of their entries. */
export interface PageQuery {
  /** Behind the last of the page before. */
  readonly after?: Pick<Entered, 'year' | 'logIndex'> | undefined;
  readonly limit: number;
}

/** The rows with these values, in the order of their entries. */
export function inOrder<T extends Entered>(
  rows: Table<T>,
  sql: Sql,
  where: Partial<T>,
  { after, limit }: PageQuery,
): Promise<T[]> {
  const first = Object.keys(where).length + 1;
  const behind = after ? `and (year, log_index) > ($${first + 1}, $${first + 2})` : '';
  return rows.many(sql, where, `${behind} order by year, log_index limit $${first}`, [
    limit,
    ...(after ? [after.year, after.logIndex] : []),
  ]);
}

/** A row with a state that ends with its period. */
interface Bound extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  readonly state: string;
  readonly boundOn: string;
}

/** Rows in a state whose period may be over before a day; behind a row where there are more. */
export const runOut = <T extends Bound>(
  rows: Table<T>,
  sql: Sql,
  { authority, state }: Pick<Bound, 'authority' | 'state'>,
  before: string,
  { after, limit }: { readonly after: T | undefined; readonly limit: number },
): Promise<T[]> =>
  rows.many(
    sql,
    { authority, state } as Partial<T>,
    'and bound_on < $3 and (bound_on, id) > ($4, $5) order by bound_on, id limit $6',
    [before, after?.boundOn ?? '', after?.id ?? '', limit],
  );
