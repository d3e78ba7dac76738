import type { Task } from '../../../oversight/liaison/index.ts';
import type { Sql, Value } from '../sql/database.ts';
import { inOrder, type PageQuery, runOut } from './in-order.ts';
import { table } from './table.ts';

/** A task as it stands. */
export interface TaskRow extends Readonly<Record<string, Value>> {
  /** In whose log it is entered. */
  readonly authority: string;
  readonly id: string;
  readonly state: string;
  /** Last day of its period, or the day that it is surely not before. */
  readonly boundOn: string;
  /** JSON of `Task`. */
  readonly data: string;
  readonly year: number;
  readonly logIndex: number;
  readonly version: number;
}

/** One entry of a task in the log: 0 sent it, each later one is the step with the number before it. */
interface EntryRow extends Readonly<Record<string, Value>> {
  readonly authority: string;
  readonly id: string;
  readonly seq: number;
  readonly year: number;
  readonly logIndex: number;
}

export const taskOf = ({ data }: TaskRow): Task => JSON.parse(data) as Task;

const rows = table<TaskRow>('task', [
  'authority',
  'id',
  'state',
  'boundOn',
  'data',
  'year',
  'logIndex',
  'version',
]);
const entries = table<EntryRow>('task_entry', ['authority', 'id', 'seq', 'year', 'logIndex']);

/** What to list, in the order of entry. */
export interface TaskQuery extends PageQuery {
  readonly state?: string | undefined;
}

type At = Pick<EntryRow, 'year' | 'logIndex'>;

const ERASED = '（已依法删除）';

/** Tasks (`task_pkey`: a number once). */
export const tasks = {
  insert: async (sql: Sql, authority: string, task: Task, at: At): Promise<void> => {
    const { id, state, bound, version } = task;
    const data = JSON.stringify(task);
    await rows.insert(sql, { authority, id, state, boundOn: bound, data, ...at, version });
    await entries.insert(sql, { authority, id, seq: 0, ...at });
  },

  byId: (sql: Sql, authority: string, id: string) => rows.one(sql, { authority, id }),

  list: (sql: Sql, authority: string, { state, ...page }: TaskQuery) =>
    inOrder(rows, sql, { authority, ...(state !== undefined && { state }) }, page),

  /** In a state whose period may be over before a day; behind a row where there are more. */
  runOut: (
    sql: Sql,
    authority: string,
    state: string,
    before: string,
    page: { after: TaskRow | undefined; limit: number },
  ) => runOut(rows, sql, { authority, state }, before, page),

  /** Change it if it still has the version before this one, with the entry that did so; whether it had. */
  update: async (sql: Sql, authority: string, task: Task, at: At): Promise<boolean> => {
    const { id, state, bound, version } = task;
    const to = { state, boundOn: bound, data: JSON.stringify(task), version };
    if ((await rows.change(sql, { authority, id, version: version - 1 }, to)) !== 1) return false;
    await entries.insert(sql, { authority, id, seq: task.steps.length, ...at });
    return true;
  },

  /** Forget what the entry at a place said. The version counts up, so that a step which has read the words cannot write them back. */
  erase: async (sql: Sql, authority: string, year: number, logIndex: number): Promise<void> => {
    const entry = await entries.one(sql, { authority, year, logIndex });
    const row = entry && (await rows.one(sql, { authority, id: entry.id }));
    if (!entry || !row) return;
    const task = taskOf(row);
    const version = task.version + 1;
    const steps = task.steps.map((step, i) =>
      i === entry.seq - 1 ? { ...step, text: ERASED } : step,
    );
    const entered = task.steps.findLastIndex(({ step }) => step === 'receipt');
    const receipt =
      task.receipt !== null && entered === entry.seq - 1
        ? { ...task.receipt, number: ERASED, sha256: '0'.repeat(64) }
        : task.receipt;
    const erased = { ...task, version, steps, receipt, ...(entry.seq === 0 && { text: ERASED }) };
    await rows.change(sql, { authority, id: row.id }, { data: JSON.stringify(erased), version });
  },
};
