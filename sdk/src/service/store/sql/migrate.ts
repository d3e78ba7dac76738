import { ChiduError } from '../../../errors.ts';
import type { Database, Transaction } from './database.ts';

/** One step of the schema. Numbers run 1, 2, 3 …; what has been released is never changed, only followed. */
export interface Migration {
  readonly number: number;
  readonly name: string;
  /** Statements that both engines take; columns are `text`, `bigint` or `bytea`. */
  readonly tables: string;
  /** What each engine says in words of its own: triggers. */
  readonly sqlite?: string;
  readonly postgres?: string;
}

/** Looks at the log as it stands in the transaction, and throws where it does not hold together. */
export type CheckLogs = (sql: Transaction) => Promise<unknown>;

const TABLE = `create table if not exists chidu_migration (
  number bigint not null primary key,
  name text not null,
  at bigint not null
);`;

/** Holds off a second process that migrates; the number means nothing. */
const POSTGRES_LOCK = 6_962_9_162;

/**
 * Bring the schema up to date in one transaction, in which a second process waits. Before and after a step that touches
 * the log, every log is recomputed from its entries.
 * @param now Milliseconds since 1970.
 * @returns The steps that were taken.
 * @throws {ChiduError} `store-newer` where the database has a step that this program does not know.
 */
export function migrate(
  database: Database,
  migrations: readonly Migration[],
  checkLogs: CheckLogs,
  now: number,
): Promise<Migration[]> {
  return database.write(async (sql) => {
    if (database.engine === 'postgres') {
      await sql.all(`select pg_advisory_xact_lock(${POSTGRES_LOCK})`);
    }
    await sql.script(dialect(TABLE, database.engine));
    const missing = await missingSteps(sql, migrations);
    for (const migration of missing) {
      const { number, name, tables } = migration;
      const script = `${dialect(tables, database.engine)}${migration[database.engine] ?? ''}`;
      const touchesLog = number > 1 && /\blog_\w/.test(script);
      const before = touchesLog ? await checkLogs(sql) : undefined;
      await sql.script(script);
      const after = touchesLog ? await checkLogs(sql) : undefined;
      if (JSON.stringify(before) !== JSON.stringify(after)) {
        throw new ChiduError('log-inconsistent', `Step ${number} (${name}) changes a log.`, {
          fields: { number, name },
        });
      }
      await sql.insert('chidu_migration', ['number', 'name', 'at'], [[number, name, now]]);
    }
    return missing;
  });
}

/**
 * For an application that may not change the schema: refuse any but its own.
 * @throws {ChiduError} `store-newer`, or `store-older` with the steps that are missing in its fields.
 */
export async function refuseOtherSchema(
  database: Database,
  migrations: readonly Migration[],
): Promise<void> {
  const missing = await database.write(async (sql) => {
    const exists =
      database.engine === 'sqlite'
        ? `select 1 from sqlite_schema where name = 'chidu_migration'`
        : `select 1 from pg_tables where tablename = 'chidu_migration'`;
    return (await sql.all(exists)).length === 0 ? migrations : missingSteps(sql, migrations);
  });
  if (missing.length === 0) return;
  const names = missing.map(({ number, name }) => `${number} ${name}`);
  throw new ChiduError('store-older', `The schema lacks ${names.join(', ')}: chidu store migrate`, {
    fields: { missing: names },
  });
}

async function missingSteps(
  sql: Transaction,
  migrations: readonly Migration[],
): Promise<Migration[]> {
  const taken = await sql.all<{ number: number; name: string }>(
    'select number, name from chidu_migration order by number',
  );
  for (const [at, { number, name }] of taken.entries()) {
    if (migrations[at]?.number === number && migrations[at]?.name === name) continue;
    throw new ChiduError(
      'store-newer',
      `The schema has step ${number}, ${name}, which this program does not know: run the newer program.`,
      { fields: { number, name, known: migrations.length } },
    );
  }
  return migrations.slice(taken.length);
}

/** SQLite's words for the types, and its strict tables, which take no other type than the column's. */
const dialect = (tables: string, engine: Database['engine']): string =>
  engine === 'postgres'
    ? tables
    : tables
        .replace(/\bbigint\b/g, 'integer')
        .replace(/\bbytea\b/g, 'blob')
        .replace(/^\);/gm, ') strict;');
