import type { ClientBase, Pool, PoolClient } from 'pg';
import { ChiduError, type ErrorCode } from '../../../errors.ts';
import type { Database, Row, Sql, Transaction, Value } from './database.ts';

/** Types of columns: https://github.com/postgres/postgres/blob/master/src/include/catalog/pg_type.dat. */
const BYTEA = 17;
const INT8 = 20;

/** SQLSTATEs: https://www.postgresql.org/docs/15/errcodes-appendix.html. */
const UNIQUE_VIOLATION = '23505';
const RESTRICT_VIOLATION = '23001';
const NO_PRIVILEGE = '42501';
const DISK_FULL = '53100';
const DATA_CORRUPTED = 'XX001';
const ABORTED = '25P02';
const CONFLICTS = ['40001', '40P01'];
/** A standby that was asked to write, a server that starts or stops, one with too many connections. */
const AWAY = /^(08...|25006|53300|57P0.|E(CONN|PIPE|HOST|NET|NOENT|TIMEDOUT|AI).*)$/;

const ATTEMPTS = 10;
/** Of one process; one of them writes the log. */
const CONNECTIONS = 10;
/** A day, in milliseconds. */
const PATIENCE = 86_400_000;
/** Rows of one insert. Few numbers of them, so that each statement is parsed and planned once a connection. */
const ROWS = [64, 16, 4, 1];

/**
 * A database on a PostgreSQL server. A server that may lose what it has acknowledged is refused.
 * @throws {ChiduError} `store-driver` where the package `pg` is not installed; `store-unavailable`; `store-durability`.
 */
export async function openPostgres(url: string): Promise<Database> {
  const pg = await driver();
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    // A host that dies says nothing: without this, a statement waits for the network to give up, for minutes.
    query_timeout: 5_000,
    keepAlive: true,
    // Statements that do not wait for one another go out together.
    pipeline: true,
    // A transaction whose client is gone without a word must not keep its row locks for ever.
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser: (type: number) => PARSERS[type] ?? pg.types.getTypeParser(type) },
  });
  // A connection that breaks while it is idle; the next statement takes another one.
  pool.on('error', () => undefined);
  const database = new Postgres(pool);
  try {
    await refuseForgetful(database.reader);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

async function driver() {
  try {
    return (await import('pg')).default;
  } catch (cause) {
    throw new ChiduError(
      'store-driver',
      'A store on PostgreSQL needs the package pg: npm install pg@8.23.1',
      { cause },
    );
  }
}

async function refuseForgetful(sql: Sql): Promise<void> {
  const wanted = ['fsync', 'full_page_writes', 'synchronous_commit'];
  const found = await sql.all<{ name: string }>(
    `select name from pg_settings where setting = 'off' and name in ('${wanted.join("', '")}')`,
  );
  if (found.length === 0) return;
  const off = found.map(({ name }) => name);
  throw new ChiduError(
    'store-durability',
    `The server may lose what it has acknowledged: ${off.join(', ')} is off.`,
    { fields: { off } },
  );
}

const PARSERS: Readonly<Record<number, (text: string) => unknown>> = {
  [INT8]: (text) => {
    const value = Number(text);
    if (Number.isSafeInteger(value)) return value;
    throw new RangeError(`${text} is no safe integer`);
  },
  [BYTEA]: (text) => new Uint8Array(Buffer.from(text.slice(2), 'hex')),
};

class Postgres implements Database {
  readonly engine = 'postgres';
  readonly reader: Sql;
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
    this.reader = new PostgresSql(pool);
  }

  async write<T>(work: (sql: Transaction) => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#once(work);
      } catch (error) {
        if (attempt === ATTEMPTS || !CONFLICTS.includes(sqlState(error))) throw coded(error);
      }
    }
  }

  async #once<T>(work: (sql: Transaction) => Promise<T>): Promise<T> {
    const client = await this.#pool.connect();
    let broken: Error | undefined;
    const onError = (error: Error) => {
      broken = error;
    };
    client.on('error', onError);
    try {
      // Goes out with the first statements: it fails only with its connection, and then so do they.
      const begun = client.query('begin');
      begun.catch(() => undefined);
      const transaction = new PostgresTransaction(client);
      const result = await work(transaction);
      await begun;
      // The server undoes a transaction in which something failed, and calls that no error.
      const { command } = await client.query('commit');
      if (command !== 'COMMIT') throw transaction.failed ?? new Error(`${command}, not COMMIT`);
      return result;
    } catch (error) {
      const failure = coded(error);
      // A connection that does not answer is thrown away; the server undoes what it was at.
      if (failure instanceof ChiduError && failure.code === 'store-unavailable') broken ??= failure;
      else {
        await client.query('rollback').catch((unheard) => {
          broken ??= unheard;
        });
      }
      throw error;
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }

  /** Vacuum and the age of archived WAL do it: sdk/docs/running-a-service.md. */
  async forget(): Promise<void> {}

  close(): Promise<void> {
    return this.#pool.end();
  }
}

class PostgresSql implements Sql {
  protected readonly connection: Pool | ClientBase;

  constructor(connection: Pool | ClientBase) {
    this.connection = connection;
  }

  joined(column: string): string {
    return `string_agg(${column}, ''::bytea)`;
  }

  async all<T = Row>(text: string, parameters: readonly Value[] = []): Promise<T[]> {
    return (await this.#query(text, parameters)).rows as T[];
  }

  async run(text: string, parameters: readonly Value[] = []): Promise<number> {
    return (await this.#query(text, parameters)).rowCount ?? 0;
  }

  async insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ): Promise<void> {
    const sent: Promise<number>[] = [];
    for (let from = 0; from < rows.length; ) {
      const some = ROWS.find((number) => number <= rows.length - from) as number;
      sent.push(this.run(insertOf(table, columns, some), rows.slice(from, from + some).flat()));
      from += some;
    }
    await Promise.all(sent);
  }

  async #query(text: string, parameters: readonly Value[]) {
    try {
      const query = { name: nameOf(text), text, values: parameters.map(parameter) };
      return await this.connection.query<Row>(query);
    } catch (error) {
      // A conflict keeps its SQLSTATE: `write` tries again.
      throw this.failure(CONFLICTS.includes(sqlState(error)) ? error : coded(error));
    }
  }

  /** What is thrown for an error. */
  protected failure(error: unknown): unknown {
    return error;
  }
}

class PostgresTransaction extends PostgresSql implements Transaction {
  readonly forUpdate = 'for update';
  readonly #client: PoolClient;
  /** Why the server takes nothing more in this transaction. */
  failed: unknown;

  constructor(client: PoolClient) {
    super(client);
    this.#client = client;
  }

  async script(text: string): Promise<void> {
    // A migration may take its time; the types of the driver do not know that a query may say so.
    const query = { text, query_timeout: PATIENCE };
    await this.#client.query(query);
  }

  async apart<T>(work: () => Promise<T>): Promise<T> {
    await this.#client.query('savepoint apart');
    try {
      const result = await work();
      await this.#client.query('release apart');
      return result;
    } catch (error) {
      await this.#client.query('rollback to apart; release apart');
      this.failed = undefined;
      throw error;
    }
  }

  /** Of statements that went out together, those behind one that failed only say that it did. */
  protected override failure(error: unknown): unknown {
    this.failed ??= error;
    return sqlState(error) === ABORTED ? this.failed : error;
  }
}

/** The text of an insert of so many rows. */
function insertOf(table: string, columns: readonly string[], rows: number): string {
  const kind = `${table} (${columns}) ${rows}`;
  const known = INSERTS.get(kind);
  if (known !== undefined) return known;
  const places = Array.from(
    { length: rows },
    (_, row) => `(${columns.map((_, column) => `$${row * columns.length + column + 1}`)})`,
  );
  const text = `insert into ${table} (${columns}) values ${places}`;
  INSERTS.set(kind, text);
  return text;
}

const INSERTS = new Map<string, string>();

/** A statement with a name is parsed and planned once a connection. The program has some hundred texts. */
function nameOf(text: string): string {
  const known = NAMES.get(text);
  if (known !== undefined) return known;
  const name = `chidu_${NAMES.size}`;
  NAMES.set(text, name);
  return name;
}

const NAMES = new Map<string, string>();

/** The driver takes bytes as a Buffer only. */
const parameter = (value: Value): Value =>
  value instanceof Uint8Array
    ? Buffer.from(value.buffer, value.byteOffset, value.byteLength)
    : value;

const sqlState = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';

function coded(error: unknown): unknown {
  if (error instanceof ChiduError) return error;
  const state = sqlState(error);
  const message = error instanceof Error ? error.message : String(error);
  const as = (code: ErrorCode, fields = {}) =>
    new ChiduError(code, message, { cause: error, fields });
  if (state === UNIQUE_VIOLATION) {
    const { constraint } = error as { constraint?: string };
    return as('store-conflict', { constraint });
  }
  if (state === RESTRICT_VIOLATION || state === NO_PRIVILEGE) return as('store-append-only');
  if (state === DISK_FULL) return as('store-full');
  if (state === DATA_CORRUPTED) return as('store-damaged');
  // What the driver says of a connection that breaks under a statement has no code.
  const lost = state === '' && /connection|timeout/i.test(message);
  return lost || AWAY.test(state) ? as('store-unavailable') : error;
}
