import { HASH_BYTES } from '../../../log/hash.ts';
import type { TreeHead } from '../../../log/proof.ts';
import type { Sql, Transaction, Value } from '../sql/database.ts';

/** One log for each authority and year. */
export interface LogKey {
  readonly authority: string;
  readonly year: number;
}

/** How far a log has come: what is in its tables, signed or not. */
export interface LogState {
  readonly size: number;
  /** Time of the last entry, in milliseconds since 1970. */
  readonly at: number;
  /** The year is over: nothing follows. */
  readonly closed: 0 | 1;
}

/** An entry and its hash. */
export interface LeafRow {
  readonly idx: number;
  /** Hash of `data`, by whoever wrote it. */
  readonly leaf: Uint8Array;
  readonly data: Uint8Array;
}

export interface EntryRow extends LeafRow {
  readonly at: number;
  readonly kind: string;
}

/** What an entry is about, beside it until it is erased. */
export interface BodyRow {
  readonly idx: number;
  readonly salt: Uint8Array;
  readonly body: Uint8Array;
}

/** A checkpoint that was signed here. */
export interface SignedHead extends TreeHead {
  /** The signed note. */
  readonly note: string;
}

const KEY = 'authority = $1 and year = $2';
const key = ({ authority, year }: LogKey) => [authority, year];

/** The tables of the log, and nothing but their statements. */
export const logTables = {
  latestYear: async (sql: Sql, authority: string): Promise<number | null> => {
    const [found] = await sql.all<{ year: number | null }>(
      'select max(year) as year from log_state where authority = $1',
      [authority],
    );
    return found?.year ?? null;
  },

  years: (sql: Sql, authority: string) =>
    sql.all<{ year: number }>('select year from log_state where authority = $1 order by year', [
      authority,
    ]),

  all: (sql: Sql) =>
    sql.all<LogKey>('select authority, year from log_state order by authority, year'),

  create: (sql: Sql, log: LogKey, at: number) =>
    sql.run(
      `insert into log_state (authority, year, size, at, closed) values ($1, $2, 0, $3, 0)
       on conflict (authority, year) do nothing`,
      [...key(log), at],
    ),

  state: async (sql: Sql, log: LogKey): Promise<LogState | null> =>
    (await sql.all<LogState>(`select size, at, closed from log_state where ${KEY}`, key(log)))[0] ??
    null,

  /** The state, held until the transaction ends: whoever has it is the one writer of this log. */
  hold: async (sql: Transaction, log: LogKey): Promise<LogState> =>
    (
      await sql.all<LogState>(
        `select size, at, closed from log_state where ${KEY} ${sql.forUpdate}`,
        key(log),
      )
    )[0] as LogState,

  advance: (sql: Sql, log: LogKey, { size, at, closed }: LogState) =>
    sql.run(`update log_state set size = $3, at = $4, closed = $5 where ${KEY}`, [
      ...key(log),
      size,
      at,
      closed,
    ]),

  insertEntries: (sql: Sql, log: LogKey, entries: readonly EntryRow[]) =>
    sql.insert(
      'log_entry',
      ['authority', 'year', 'idx', 'at', 'kind', 'leaf', 'data'],
      entries.map(({ idx, at, kind, leaf, data }) => [...key(log), idx, at, kind, leaf, data]),
    ),

  /** Entries `[from, to)`. */
  entries: (sql: Sql, log: LogKey, from: number, to: number) =>
    sql.all<EntryRow>(
      `select idx, at, kind, leaf, data from log_entry where ${KEY} and idx >= $3 and idx < $4 order by idx`,
      [...key(log), from, to],
    ),

  /** The same, without what is not hashed. */
  leaves: async (sql: Sql, log: LogKey, from: number, to: number): Promise<LeafRow[]> => {
    const [joined] = await sql.all<JoinedLeaves>(
      `select string_agg(cast(idx as text), ',') as indexes,
         string_agg(cast(length(data) as text), ',') as lengths,
         ${sql.joined('leaf')} as leaves, ${sql.joined('data')} as entries
       from (select idx, leaf, data from log_entry
         where ${KEY} and idx >= $3 and idx < $4 order by idx) as entry`,
      [...key(log), from, to],
    );
    return joined?.indexes ? apart(joined) : [];
  },

  /** The hashes beside entries `[from, to)`, one behind the other, as they were written. */
  leafHashes: (sql: Sql, log: LogKey, from: number, to: number) =>
    joinedHashes(
      sql,
      'leaf',
      `select leaf from log_entry where ${KEY} and idx >= $3 and idx < $4 order by idx`,
      [...key(log), from, to],
    ),

  insertTile: (
    sql: Sql,
    log: LogKey,
    level: number,
    n: number,
    { data, root }: { data: Uint8Array; root: Uint8Array },
  ) =>
    sql.insert(
      'log_tile',
      ['authority', 'year', 'level', 'n', 'data', 'root'],
      [[...key(log), level, n, data, root]],
    ),

  tile: async (sql: Sql, log: LogKey, level: number, n: number): Promise<Uint8Array | null> => {
    const [found] = await sql.all<{ data: Uint8Array }>(
      `select data from log_tile where ${KEY} and level = $3 and n = $4`,
      [...key(log), level, n],
    );
    return found?.data ?? null;
  },

  /** Roots of the full tiles `[from, to)` of a level, one behind the other. */
  tileRoots: (sql: Sql, log: LogKey, level: number, from: number, to: number) =>
    joinedHashes(
      sql,
      'root',
      `select root from log_tile where ${KEY} and level = $3 and n >= $4 and n < $5 order by n`,
      [...key(log), level, from, to],
    ),

  insertCheckpoint: (sql: Sql, log: LogKey, { size, root, note }: SignedHead, at: number) =>
    sql.insert(
      'log_checkpoint',
      ['authority', 'year', 'size', 'root', 'note', 'at'],
      [[...key(log), size, root, note, at]],
    ),

  latestCheckpoint: async (sql: Sql, log: LogKey): Promise<SignedHead | null> =>
    (
      await sql.all<SignedHead>(
        `select size, root, note from log_checkpoint where ${KEY} order by size desc limit 1`,
        key(log),
      )
    )[0] ?? null,

  checkpoint: async (sql: Sql, log: LogKey, size: number): Promise<SignedHead | null> =>
    (
      await sql.all<SignedHead>(
        `select size, root, note from log_checkpoint where ${KEY} and size = $3`,
        [...key(log), size],
      )
    )[0] ?? null,

  /** Lines that others have put under the checkpoint of a size: witnesses, the authority's SM2 key. */
  insertCosignature: (
    sql: Sql,
    log: LogKey,
    size: number,
    { witness, line, at }: { witness: string; line: string; at: number },
  ) =>
    sql.insert(
      'log_cosignature',
      ['authority', 'year', 'size', 'witness', 'line', 'at'],
      [[...key(log), size, witness, line, at]],
    ),

  cosignatures: (sql: Sql, log: LogKey, size: number) =>
    sql.all<{ witness: string; line: string; at: number }>(
      `select witness, line, at from log_cosignature where ${KEY} and size = $3 order by at, witness`,
      [...key(log), size],
    ),

  /** The smallest size above an index under which at least `quorum` others have put a line; null for none yet. */
  cosignedFrom: async (
    sql: Sql,
    log: LogKey,
    index: number,
    quorum: number,
  ): Promise<number | null> => {
    const [found] = await sql.all<{ size: number }>(
      `select size from log_cosignature where ${KEY} and size > $3
       group by size having count(*) >= $4 order by size limit 1`,
      [...key(log), index, quorum],
    );
    return found?.size ?? null;
  },

  insertBodies: (sql: Sql, log: LogKey, bodies: readonly BodyRow[]) =>
    sql.insert(
      'log_body',
      ['authority', 'year', 'idx', 'salt', 'body'],
      bodies.map(({ idx, salt, body }) => [...key(log), idx, salt, body]),
    ),

  bodies: (sql: Sql, log: LogKey, from: number, to: number) =>
    sql.all<BodyRow>(
      `select idx, salt, body from log_body where ${KEY} and idx >= $3 and idx < $4`,
      [...key(log), from, to],
    ),

  /** Lawful erasure of what an entry was about: body and salt together, for ever. */
  eraseBody: (sql: Sql, log: LogKey, idx: number) =>
    sql.run(`delete from log_body where ${KEY} and idx = $3`, [...key(log), idx]),
};

/** Entries in one row: a value for each of them would cost more than to read it. */
interface JoinedLeaves {
  readonly indexes: string | null;
  readonly lengths: string;
  readonly leaves: Uint8Array;
  readonly entries: Uint8Array;
}

function apart({ indexes, lengths, leaves, entries }: JoinedLeaves): LeafRow[] {
  const length = lengths.split(',').map(Number);
  let end = 0;
  return (indexes as string).split(',').map((idx, at) => {
    const start = end;
    end += length[at] as number;
    const leaf = leaves.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    return { idx: Number(idx), leaf, data: entries.subarray(start, end) };
  });
}

async function joinedHashes(
  sql: Sql,
  column: string,
  rows: string,
  parameters: readonly Value[],
): Promise<Uint8Array> {
  const [found] = await sql.all<{ joined: Uint8Array | null }>(
    `select ${sql.joined(column)} as joined from (${rows}) as hashed`,
    parameters,
  );
  return found?.joined ?? new Uint8Array();
}
