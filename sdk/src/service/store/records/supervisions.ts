import type { SupervisionCase } from '../../../oversight/supervision/index.ts';
import type { Sql, Value } from '../sql/database.ts';
import { inOrder, type PageQuery, runOut } from './in-order.ts';
import { table } from './table.ts';

/** A supervision case as it stands. */
export interface SupervisionRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  readonly state: string;
  readonly clue: string | null;
  /** Last day of its period, or the day that it is surely not before. */
  readonly boundOn: string;
  /** JSON of `SupervisionCase`. */
  readonly data: string;
  readonly year: number;
  readonly logIndex: number;
  readonly version: number;
}

/** One entry of a case in the log: 0 opened it, each later one is the step with the number before it. */
interface EntryRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  readonly seq: number;
  /** JSON of `Brought`. */
  readonly data: string;
  readonly year: number;
  readonly logIndex: number;
}

/** What an entry brought into the case, so that an erasure finds it. */
export interface Brought {
  /** Index of its instrument. */
  readonly opinion: number | null;
  /** Numbers of its evidence. */
  readonly evidence: readonly number[];
}

export const supervisionOf = ({ data }: SupervisionRow): SupervisionCase =>
  JSON.parse(data) as SupervisionCase;

const rows = table<SupervisionRow>('supervision', [
  'authority',
  'id',
  'state',
  'clue',
  'boundOn',
  'data',
  'year',
  'logIndex',
  'version',
]);
const entries = table<EntryRow>('supervision_entry', [
  'authority',
  'id',
  'seq',
  'data',
  'year',
  'logIndex',
]);

/** What to list, in the order of entry. */
export interface SupervisionQuery extends PageQuery {
  readonly state?: string | undefined;
}

type At = Pick<EntryRow, 'year' | 'logIndex'>;

const ERASED = '（已依法删除）';

/** Supervision cases (`supervision_pkey`: a number once; `supervision_of_clue`: one case from a clue). */
export const supervisions = {
  insert: async (sql: Sql, supervision: SupervisionCase, at: At): Promise<void> => {
    const { id, authority, state, clue, bound, evidence, version } = supervision;
    const data = JSON.stringify(supervision);
    const key = { authority: authority.code, id };
    await rows.insert(sql, { ...key, state, clue, boundOn: bound, data, ...at, version });
    const brought: Brought = { opinion: 0, evidence: evidence.map(({ number }) => number) };
    await entries.insert(sql, { ...key, seq: 0, data: JSON.stringify(brought), ...at });
  },

  byId: (sql: Sql, authority: string, id: string) => rows.one(sql, { authority, id }),

  ofClue: (sql: Sql, authority: string, clue: string) => rows.one(sql, { authority, clue }),

  list: (sql: Sql, authority: string, { state, ...page }: SupervisionQuery) =>
    inOrder(rows, sql, { authority, ...(state !== undefined && { state }) }, page),

  /** In a state whose period may be over before a day; behind a row where there are more. */
  runOut: (
    sql: Sql,
    authority: string,
    state: string,
    before: string,
    page: { after: SupervisionRow | undefined; limit: number },
  ) => runOut(rows, sql, { authority, state }, before, page),

  /** Change it if it still has the version before this one, with the entry that did so; whether it had. */
  update: async (
    sql: Sql,
    supervision: SupervisionCase,
    brought: Brought,
    at: At,
  ): Promise<boolean> => {
    const { id, authority, state, bound, version } = supervision;
    const key = { authority: authority.code, id };
    const to = { state, boundOn: bound, data: JSON.stringify(supervision), version };
    if ((await rows.change(sql, { ...key, version: version - 1 }, to)) !== 1) return false;
    const seq = supervision.steps.length;
    await entries.insert(sql, { ...key, seq, data: JSON.stringify(brought), ...at });
    return true;
  },

  /**
   * Forget what the entry at a place said. The version counts up, so that a step which has read the words cannot write them
   * back.
   */
  erase: async (sql: Sql, authority: string, year: number, logIndex: number): Promise<void> => {
    const entry = await entries.one(sql, { authority, year, logIndex });
    const row = entry && (await rows.one(sql, { authority, id: entry.id }));
    if (!entry || !row) return;
    const erased = without(supervisionOf(row), entry.seq, JSON.parse(entry.data) as Brought);
    const { id, version } = erased;
    await rows.change(sql, { authority, id }, { data: JSON.stringify(erased), version });
  },
};

function without(one: SupervisionCase, seq: number, { opinion, evidence }: Brought) {
  const hash = '0'.repeat(64);
  return {
    ...one,
    version: one.version + 1,
    opinions: one.opinions.map((each, i) =>
      i === opinion ? { ...each, finding: ERASED, reasoning: ERASED, decision: ERASED } : each,
    ),
    items:
      seq === 0 ? one.items.map((each) => ({ ...each, text: ERASED, owner: ERASED })) : one.items,
    evidence: one.evidence.map((each) =>
      evidence.includes(each.number)
        ? {
            ...each,
            what: ERASED,
            source: ERASED,
            sha256: hash,
            custody: each.custody.map(({ on }) => ({ on, by: ERASED })),
          }
        : each,
    ),
    steps: one.steps.map((each, i) => (i === seq - 1 ? { ...each, text: ERASED } : each)),
  };
}
