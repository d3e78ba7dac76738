/** What a column holds: text, an integer (money in fen, instants in milliseconds since 1970), bytes, or nothing. */
export type Value = string | number | Uint8Array | null;

/** One row, by column name. */
export type Row = Readonly<Record<string, Value>>;

/** Statements in one text for every engine: `$1`, `$2` … stand for the parameters. */
export interface Sql {
  /**
   * What selects a column of bytes as one value, that of each row behind that of the row before it, in the order of the
   * subquery that it selects from: where there are many rows, a value for each of them costs more than what is in it.
   */
  joined(column: string): string;
  /** The rows that a statement answers. */
  all<T = Row>(text: string, parameters?: readonly Value[]): Promise<T[]>;
  /** How many rows a statement changed. */
  run(text: string, parameters?: readonly Value[]): Promise<number>;
  /** Put rows into a table, the values in the order of the columns. */
  insert(
    table: string,
    columns: readonly string[],
    rows: readonly (readonly Value[])[],
  ): Promise<void>;
}

/** The port to a database. Two implementations: `sqlite.ts` and `postgres.ts`. */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  /** Reads outside of a transaction; each statement sees what is committed. SQLite refuses a write here. */
  readonly reader: Sql;
  /**
   * Run `work` in one transaction: what it did is on disk when the promise resolves, and undone when it rejects.
   * `work` may run again where the engine found it in conflict with another transaction, so it does nothing but SQL.
   * @throws {ChiduError} `store-conflict` with `constraint` in its fields where a row is already there; `store-full`
   * where the disk is full; `store-unavailable` where the database cannot be reached.
   */
  write<T>(work: (sql: Transaction) => Promise<T>): Promise<T>;
  /** After an erasure: what was deleted leaves what is kept beside the tables too, as far as the engine can be told to. */
  forget(): Promise<void>;
  /** Ends the connections; what is still running is finished first. */
  close(): Promise<void>;
}

/** What runs in a transaction. */
export interface Transaction extends Sql {
  /** What stands behind a select whose row is held until the end: nothing where one transaction writes at a time. */
  readonly forUpdate: '' | 'for update';
  /** Run `work` so that its failure undoes its own statements alone; the transaction goes on. */
  apart<T>(work: () => Promise<T>): Promise<T>;
  /** Run several statements without parameters: a migration. */
  script(text: string): Promise<void>;
}
