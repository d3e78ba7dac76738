import type { LogKey } from '../log/log-tables.ts';
import type { Sql, Value } from '../sql/database.ts';

/** How far the logs of an authority are read, by year: the index of the next entry. */
export type ReadTo = Readonly<Record<string, number>>;

/** Who reads the logs of an authority for the figures. Whoever changes anything says which `version` was read. */
export interface Follower {
  /** What the rows say; others are made anew by a program of another edition. */
  readonly edition: number;
  readonly version: number;
  readonly read: ReadTo;
}

/** A case as it is counted. */
export interface CountedCase {
  /** Place of its first entry as one number. */
  readonly thread: number;
  readonly id: string;
  /** Day of its first entry. */
  readonly began: string;
  readonly violation: string | null;
  /** Cases of one profile add the same to every figure. */
  readonly profile: string;
}

/** An entry that could not be used; `thread` is null where it belongs to no case. */
export interface UnreadRow {
  readonly year: number;
  readonly idx: number;
  readonly kind: string;
  readonly why: string;
  readonly thread: number | null;
}

/** An entry as it stands in its log, with what it is about where that is still there. */
export interface MemberRow {
  readonly thread: number;
  readonly year: number;
  readonly idx: number;
  readonly at: number;
  readonly data: Uint8Array;
  readonly body: Uint8Array | null;
}

/** Which cases are counted. */
export interface CaseFilter {
  readonly authorities: readonly string[];
  /** Days, [from, to). */
  readonly from: string | null;
  readonly to: string | null;
  readonly violation: string | null;
}

/** Behind which case a page begins. */
export interface CasePlace {
  readonly authority: string;
  readonly thread: number;
}

/** Tables of what was made, and what tells a row of one authority from the others. */
const KEYS = [
  ['figure_case', 'thread'],
  ['figure_profile', 'profile'],
  ['figure_entry', 'year, idx'],
  ['figure_name', 'name'],
  ['figure_unread', 'year, idx'],
] as const;

/** Values as the keys of an object, which `json_each` of both engines makes rows of. */
const keys = (values: Iterable<string | number>): string =>
  JSON.stringify(Object.fromEntries([...values].map((value) => [value, 1])));

function conditions({ from, to, violation }: CaseFilter, first: number) {
  const asked = [
    ['c.began >=', from],
    ['c.began <', to],
    ['c.violation =', violation],
  ] as const;
  const given = asked.filter(([, value]) => value !== null);
  return {
    text: given.map(([condition], at) => `and ${condition} $${first + at}`).join(' '),
    values: given.map(([, value]) => value as Value),
  };
}

const dropThreads = (sql: Sql, table: string, authority: string, threads: Iterable<number>) =>
  sql.run(
    `delete from figure_${table} where authority = $1
     and thread in (select cast(key as bigint) from json_each($2))`,
    [authority, keys(threads)],
  );

/** What the figures of supervision are counted from. Everything follows from the logs. */
export const figureTables = {
  followers: async (sql: Sql): Promise<Map<string, Follower>> => {
    const rows = await sql.all<{
      authority: string;
      edition: number;
      version: number;
      read: string;
    }>('select authority, edition, version, read from figure_follower');
    return new Map(
      rows.map(({ authority, read, ...row }) => [
        authority,
        { ...row, read: JSON.parse(read) as ReadTo },
      ]),
    );
  },

  /** Every log and how many entries it has, signed or not. */
  logs: (sql: Sql) =>
    sql.all<LogKey & { size: number }>(
      'select authority, year, size from log_state order by authority, year',
    ),

  /** Go on, if nobody else has; whether nobody had. Held until the transaction ends. */
  advance: async (
    sql: Sql,
    authority: string,
    before: Follower | null,
    { edition, read }: Pick<Follower, 'edition' | 'read'>,
  ): Promise<boolean> => {
    const values = [authority, edition, JSON.stringify(read)];
    const changed =
      before === null
        ? await sql.run(
            `insert into figure_follower (authority, edition, version, read) values ($1, $2, 1, $3)
             on conflict (authority) do nothing`,
            values,
          )
        : await sql.run(
            `update figure_follower set edition = $2, read = $3, version = version + 1
             where authority = $1 and version = $4`,
            [...values, before.version],
          );
    return changed === 1;
  },

  /** Forget so many rows of each table that were made of the logs of an authority; whether there were any. */
  clear: async (sql: Sql, authority: string, most: number): Promise<boolean> => {
    let rows = 0;
    for (const [table, key] of KEYS) {
      rows += await sql.run(
        `delete from ${table} where authority = $1
         and (${key}) in (select ${key} from ${table} where authority = $1 limit $2)`,
        [authority, most],
      );
    }
    return rows > 0;
  },

  /** Threads that are known by these names. */
  threadsOf: async (sql: Sql, authority: string, names: Iterable<string>) => {
    const rows = await sql.all<{ name: string; thread: number }>(
      `select n.name, n.thread from json_each($2) k cross join figure_name n
       where n.authority = $1 and n.name = k.key`,
      [authority, keys(names)],
    );
    return new Map(rows.map(({ name, thread }) => [name, thread]));
  },

  /** The thread that an entry belongs to. */
  threadAt: async (sql: Sql, { authority, year }: LogKey, idx: number): Promise<number | null> => {
    const [found] = await sql.all<{ thread: number }>(
      'select thread from figure_entry where authority = $1 and year = $2 and idx = $3',
      [authority, year, idx],
    );
    return found?.thread ?? null;
  },

  /** All entries of threads. */
  members: (sql: Sql, authority: string, threads: Iterable<number>): Promise<MemberRow[]> =>
    sql.all<MemberRow>(
      `select e.thread, l.year, l.idx, l.at, l.data, b.body
       from json_each($2) k cross join figure_entry e cross join log_entry l
       left join log_body b on b.authority = l.authority and b.year = l.year and b.idx = l.idx
       where e.authority = $1 and e.thread = cast(k.key as bigint)
       and l.authority = e.authority and l.year = e.year and l.idx = e.idx`,
      [authority, keys(threads)],
    ),

  /** Take threads out of what is counted. */
  dropCounted: (sql: Sql, authority: string, threads: Iterable<number>): Promise<unknown> =>
    Promise.all(['case', 'unread'].map((table) => dropThreads(sql, table, authority, threads))),

  /** Forget which entries and names threads have. */
  dropThreads: (sql: Sql, authority: string, threads: Iterable<number>): Promise<unknown> =>
    Promise.all(['entry', 'name'].map((table) => dropThreads(sql, table, authority, threads))),

  /** What belonged to a thread belongs to another one. */
  moveThread: async (sql: Sql, authority: string, thread: number, to: number): Promise<void> => {
    await Promise.all(
      ['entry', 'name'].map((table) =>
        sql.run(`update figure_${table} set thread = $3 where authority = $1 and thread = $2`, [
          authority,
          thread,
          to,
        ]),
      ),
    );
  },

  insertEntries: (
    sql: Sql,
    authority: string,
    rows: readonly { year: number; index: number; thread: number }[],
  ) =>
    sql.insert(
      'figure_entry',
      ['authority', 'year', 'idx', 'thread'],
      rows.map(({ year, index, thread }) => [authority, year, index, thread]),
    ),

  insertNames: (sql: Sql, authority: string, rows: readonly { name: string; thread: number }[]) =>
    sql.insert(
      'figure_name',
      ['authority', 'name', 'thread'],
      rows.map(({ name, thread }) => [authority, name, thread]),
    ),

  insertCases: (sql: Sql, authority: string, rows: readonly CountedCase[]) =>
    sql.insert(
      'figure_case',
      ['authority', 'thread', 'id', 'began', 'violation', 'profile'],
      rows.map(({ thread, id, began, violation, profile }) => [
        authority,
        thread,
        id,
        began,
        violation,
        profile,
      ]),
    ),

  insertUnread: (sql: Sql, authority: string, rows: readonly UnreadRow[]) =>
    sql.insert(
      'figure_unread',
      ['authority', 'year', 'idx', 'kind', 'why', 'thread'],
      rows.map(({ year, idx, kind, why, thread }) => [authority, year, idx, kind, why, thread]),
    ),

  /** An entry that belonged to no case. */
  dropUnread: (sql: Sql, authority: string, year: number, idx: number) =>
    sql.run('delete from figure_unread where authority = $1 and year = $2 and idx = $3', [
      authority,
      year,
      idx,
    ]),

  /** Whether an entry is one that could not be used. */
  isUnread: async (sql: Sql, { authority, year }: LogKey, idx: number): Promise<boolean> =>
    (
      await sql.all(
        'select 1 as one from figure_unread where authority = $1 and year = $2 and idx = $3',
        [authority, year, idx],
      )
    ).length === 1,

  insertProfile: (sql: Sql, authority: string, profile: string, figures: string) =>
    sql.run(
      `insert into figure_profile (authority, profile, figures) values ($1, $2, $3)
       on conflict (authority, profile) do nothing`,
      [authority, profile, figures],
    ),

  /** How many of the cases of each month are of each profile, and an authority that has it. */
  counts: (sql: Sql, filter: CaseFilter) => {
    const { text, values } = conditions(filter, 2);
    return sql.all<{ profile: string; month: string; authority: string; cases: number }>(
      `select c.profile, substr(c.began, 1, 7) as month, min(c.authority) as authority,
       count(*) as cases
       from json_each($1) k cross join figure_case c where c.authority = k.key ${text}
       group by c.profile, substr(c.began, 1, 7)`,
      [keys(filter.authorities), ...values],
    );
  },

  /** What these profiles add. */
  profiles: (sql: Sql, authority: string, profiles: Iterable<string>) =>
    sql.all<{ profile: string; figures: string }>(
      `select p.profile, p.figures from json_each($2) k cross join figure_profile p
       where p.authority = $1 and p.profile = k.key`,
      [authority, keys(profiles)],
    ),

  /** Cases of these profiles in the order of the board, behind one. */
  cases: (
    sql: Sql,
    filter: CaseFilter,
    profiles: Iterable<string>,
    after: CasePlace | null,
    limit: number,
  ) => {
    const { text, values } = conditions(filter, 6);
    return sql.all<CasePlace & { id: string }>(
      `select c.authority, c.thread, c.id from json_each($1) k cross join figure_case c
       where c.authority = k.key and (c.authority, c.thread) > ($3, $4)
       and c.profile in (select key from json_each($2)) ${text}
       order by c.authority, c.thread limit $5`,
      [
        keys(filter.authorities),
        keys(profiles),
        after?.authority ?? '',
        after?.thread ?? 0,
        limit,
        ...values,
      ],
    );
  },

  unread: async (sql: Sql, authorities: readonly string[]): Promise<number> => {
    const [found] = await sql.all<{ entries: number }>(
      `select count(*) as entries from json_each($1) k cross join figure_unread u
       where u.authority = k.key`,
      [keys(authorities)],
    );
    return found?.entries ?? 0;
  },
};
