import type { Sql } from '../sql/database.ts';

/** Attempts counted in windows, by a name that holds no address of a person in the clear. */
export const rates = {
  /** Count one more; how many there are now. */
  hit: async (sql: Sql, authority: string, name: string, windowStart: number): Promise<number> => {
    const [found] = await sql.all<{ hits: number }>(
      `insert into rate (authority, name, window_start, hits) values ($1, $2, $3, 1)
       on conflict (authority, name, window_start) do update set hits = rate.hits + 1
       returning hits`,
      [authority, name, windowStart],
    );
    return found?.hits ?? 0;
  },

  /** How many there are. */
  hits: async (sql: Sql, authority: string, name: string, windowStart: number): Promise<number> => {
    const [found] = await sql.all<{ hits: number }>(
      'select hits from rate where authority = $1 and name = $2 and window_start = $3',
      [authority, name, windowStart],
    );
    return found?.hits ?? 0;
  },

  /** Forget windows that began before an instant. */
  prune: (sql: Sql, authority: string, before: number) =>
    sql.run('delete from rate where authority = $1 and window_start < $2', [authority, before]),
};
