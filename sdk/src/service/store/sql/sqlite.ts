import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { ChiduError } from '../../../errors.ts';
import type { Database, Row, Sql, Transaction, Value } from './database.ts';
import { type Lock, lockFile } from './lock-file.ts';
import { Turns } from './turns.ts';

/** Result codes: https://www.sqlite.org/rescode.html. The low byte is the kind, the whole says which of it. */
const BUSY = 5;
const IO = 10;
const CORRUPT = 11;
const FULL = 13;
const NOT_A_DATABASE = 26;
const CONSTRAINT_TRIGGER = 1811;
const UNIQUE = [1555, 2067];

/**
 * A database in one file. Every commit reaches the disk (`synchronous=FULL` in WAL mode), one transaction writes at a
 * time, and a second process is refused: the lock is a transaction on a file beside it, which the system drops when the
 * process ends, however it ends.
 * @throws {ChiduError} `store-locked` where another process has the file; `store-damaged` where it is no database.
 */
export function openSqlite(path: string): Database {
  const lock = lockFile(`${path}.lock`);
  try {
    const writing = connect(path);
    const reading = connect(path, { readOnly: true });
    return new Sqlite(writing, reading, lock);
  } catch (error) {
    lock.close();
    throw error;
  }
}

function connect(path: string, options: { readOnly?: boolean } = {}): DatabaseSync {
  const connection = new DatabaseSync(path, options);
  try {
    if (options.readOnly !== true) connection.exec('pragma journal_mode = wal');
    connection.exec('pragma synchronous = full; pragma foreign_keys = on; pragma busy_timeout = 0');
    // What the law says is to be deleted does not stay in the file: https://www.sqlite.org/pragma.html#pragma_secure_delete
    connection.exec('pragma secure_delete = on');
    return connection;
  } catch (error) {
    connection.close();
    throw coded(error);
  }
}

class Sqlite implements Database {
  readonly engine = 'sqlite';
  readonly reader: Sql;
  readonly #writing: DatabaseSync;
  readonly #reading: DatabaseSync;
  readonly #lock: Lock;
  readonly #turns = new Turns();
  readonly #transaction: SqliteTransaction;

  constructor(writing: DatabaseSync, reading: DatabaseSync, lock: Lock) {
    this.#writing = writing;
    this.#reading = reading;
    this.#lock = lock;
    this.reader = new SqliteSql(reading);
    this.#transaction = new SqliteTransaction(writing);
  }

  write<T>(work: (sql: Transaction) => Promise<T>): Promise<T> {
    return this.#turns.take(async () => {
      try {
        this.#writing.exec('begin immediate');
        const result = await work(this.#transaction);
        this.#writing.exec('commit');
        return result;
      } catch (error) {
        // A full disk may have ended the transaction already.
        if (this.#writing.isTransaction) this.#writing.exec('rollback');
        throw coded(error, this.#writing);
      }
    });
  }

  /** The write-ahead log holds pages as they were: https://www.sqlite.org/pragma.html#pragma_wal_checkpoint */
  forget(): Promise<void> {
    return this.#turns.take(async () => {
      this.#writing.exec('pragma wal_checkpoint(truncate)');
    });
  }

  close(): Promise<void> {
    return this.#turns.take(async () => {
      for (const connection of [this.#reading, this.#writing, this.#lock]) connection.close();
    });
  }
}

class SqliteSql implements Sql {
  protected readonly connection: DatabaseSync;
  readonly #prepared = new Map<string, StatementSync>();

  constructor(connection: DatabaseSync) {
    this.connection = connection;
  }

  /** `group_concat` takes bytes as they are for text, and the cast takes them back. */
  joined(column: string): string {
    return `cast(group_concat(${column}, '') as blob)`;
  }

  async all<T = Row>(text: string, parameters: readonly Value[] = []): Promise<T[]> {
    try {
      return this.statement(text).all(named(parameters)) as T[];
    } catch (error) {
      throw coded(error, this.connection);
    }
  }

  async run(text: string, parameters: readonly Value[] = []): Promise<number> {
    try {
      return Number(this.statement(text).run(named(parameters)).changes);
    } catch (error) {
      throw coded(error, this.connection);
    }
  }

  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ): Promise<void> {
    const places = columns.map(() => '?').join(', ');
    const statement = this.statement(
      `insert into ${table} (${columns.join(', ')}) values (${places})`,
    );
    try {
      for (const row of rows) statement.run(...row);
    } catch (error) {
      throw coded(error, this.connection);
    }
  }

  protected statement(text: string): StatementSync {
    const known = this.#prepared.get(text);
    if (known !== undefined) return known;
    const statement = this.connection.prepare(text);
    this.#prepared.set(text, statement);
    return statement;
  }
}

class SqliteTransaction extends SqliteSql implements Transaction {
  readonly forUpdate = '';

  async script(text: string): Promise<void> {
    try {
      this.connection.exec(text);
    } catch (error) {
      throw coded(error, this.connection);
    }
  }

  async apart<T>(work: () => Promise<T>): Promise<T> {
    this.connection.exec('savepoint apart');
    try {
      const result = await work();
      this.connection.exec('release apart');
      return result;
    } catch (error) {
      if (this.connection.isTransaction) this.connection.exec('rollback to apart; release apart');
      throw error;
    }
  }
}

/** `$1` is a name to SQLite, so that parameters are found whatever their order in the text. */
const named = (parameters: readonly Value[]): Record<string, Value> =>
  Object.fromEntries(parameters.map((value, index) => [index + 1, value]));

const resultCode = (error: unknown): number =>
  typeof error === 'object' && error !== null && 'errcode' in error ? Number(error.errcode) : 0;

function coded(error: unknown, connection?: DatabaseSync): unknown {
  const code = resultCode(error);
  const message = error instanceof Error ? error.message : String(error);
  const as = (name: ConstructorParameters<typeof ChiduError>[0], fields = {}) =>
    new ChiduError(name, message, { cause: error, fields });
  if (UNIQUE.includes(code)) {
    return as('store-conflict', { constraint: constraintOf(message, connection) });
  }
  if (code === CONSTRAINT_TRIGGER) return as('store-append-only');
  switch (code % 256) {
    case BUSY:
      return as('store-locked');
    case FULL:
      return as('store-full');
    case IO:
      return as('store-unavailable');
    case CORRUPT:
    case NOT_A_DATABASE:
      return as('store-damaged');
    default:
      return error;
  }
}

/**
 * SQLite names the columns, `code.authority, code.id`, and not the constraint. PostgreSQL's name for it: that of the
 * unique index, `TABLE_pkey` for the primary key.
 */
function constraintOf(message: string, connection: DatabaseSync | undefined): string {
  const columns = message.replace(/^UNIQUE constraint failed: /, '');
  const table = columns.split('.', 1)[0] as string;
  const indexes = connection?.prepare(
    `select i.name, i.origin, group_concat($1 || '.' || c.name, ', ') as columns
     from pragma_index_list($1) i, pragma_index_info(i.name) c where i."unique" group by i.name`,
  );
  for (const { name, origin, columns: found } of indexes?.all({ 1: table }) ?? []) {
    if (found === columns) return origin === 'pk' ? `${table}_pkey` : String(name);
  }
  return columns;
}
