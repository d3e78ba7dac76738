import type { TaskFile, TaskPage, TaskSending, TaskStepRequest } from '../../api/index.ts';
import { ChiduError } from '../../errors.ts';
import {
  sendTask as send,
  stepTask as step,
  type TaskRequest,
  taskPage,
} from '../../oversight/liaison/index.ts';
import { addDays, chinaDay } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import { conflictsWith, once } from '../once.ts';
import { pageOf } from '../page-of.ts';
import { record } from '../record.ts';
import type { Service } from '../service.ts';
import { clues } from '../store/records/clues.ts';
import { supervisions } from '../store/records/supervisions.ts';
import { type TaskRow, taskOf, tasks } from '../store/records/tasks.ts';
import type { Sql } from '../store/sql/database.ts';

/** How many tasks a page has where nothing is asked for, and at most. */
const PAGE = 100;

/**
 * Sends a task, or enters one that came.
 *
 * @throws {ChiduError} `not-found` for a clue or supervision case that is not here, `missing-field` where it is about nothing,
 * `changed-meanwhile` where the number is used, `request-schema` for a day ahead.
 */
export async function sendTask(
  service: Service,
  caller: Caller,
  sending: TaskSending,
): Promise<TaskFile> {
  const { authority, number, direction, body, kind, text, sent, receiptDays, answerDays } = sending;
  refuseAhead(sent, '/sent', service);
  await once(service, authority, caller, async (keep) => {
    const { task, data } = send({
      ...{ id: number, direction, body, kind, text, sent, receiptDays, answerDays },
      about: {
        clue: sending.clue ?? null,
        supervision: sending.supervision ?? null,
        case: sending.case ?? null,
      },
    });
    await refuseUnknown(service.database.reader, sending);
    await record(service, {
      authority,
      type: 'task',
      actor: { role: 'supervision', kid: caller.kid },
      open: { ...data },
      closed: { sending },
      signed: caller.signed,
      once: keep(() => ({ done: true })),
      within: (sql, { year, index }) =>
        tasks.insert(sql, authority, task, { year, logIndex: index }),
    });
    return { done: true };
  }).catch((error: unknown) => {
    if (!conflictsWith(error, 'task_pkey')) throw error;
    throw new ChiduError('changed-meanwhile', 'there is such a task', { at: '/number' });
  });
  return fileOf(await there(service.database.reader, authority, number));
}

/** A page of tasks. @throws {ChiduError} `not-found` where there is no task `after`. */
export async function listTasks(
  { database: { reader } }: Service,
  query: {
    readonly authority: string;
    readonly state?: string | undefined;
    readonly after?: string | undefined;
    readonly limit?: string | undefined;
  },
): Promise<TaskPage> {
  const { authority, state, after } = query;
  const limit = Math.min(Number(query.limit ?? PAGE), PAGE);
  const found = await tasks.list(reader, authority, {
    state,
    after: after === undefined ? undefined : await there(reader, authority, after, '/after'),
    limit: limit + 1,
  });
  const { rows, next } = pageOf(found, limit);
  return { tasks: rows.map(fileOf), next };
}

/**
 * One step on a task, by a person who signs for it; of two who act at the same moment one is refused.
 *
 * @throws {ChiduError} `not-found`, and what `stepTask` of `@chidu/sdk/oversight/liaison` throws.
 */
export async function stepTask(
  service: Service,
  caller: Caller,
  number: string,
  request: TaskStepRequest,
): Promise<TaskFile> {
  const { authority } = request;
  await once(service, authority, caller, async (keep) => {
    const row = await there(service.database.reader, authority, number);
    const asked = JSON.parse(JSON.stringify(request)) as TaskRequest;
    const { task, data } = step(taskOf(row), asked, 'supervisor', { on: chinaDay(service.now()) });
    await record(service, {
      authority,
      type: 'task-step',
      refersTo: { year: row.year, index: row.logIndex },
      actor: { role: 'supervision', kid: caller.kid },
      open: { ...data },
      closed: { request: asked },
      signed: caller.signed,
      once: keep(() => ({ done: true })),
      within: async (sql, { year, index }) => {
        if (await tasks.update(sql, authority, task, { year, logIndex: index })) return;
        throw new ChiduError('changed-meanwhile', 'read the task again');
      },
    });
    return { done: true };
  });
  return fileOf(await there(service.database.reader, authority, number));
}

/** The letter of a task, from or to a supervision body of this name. @throws {ChiduError} `not-found` */
export async function taskPaper(
  { database: { reader } }: Service,
  number: string,
  { authority, supervisor }: { readonly authority: string; readonly supervisor: string },
): Promise<string> {
  return taskPage(taskOf(await there(reader, authority, number)), supervisor);
}

function refuseAhead(day: string, at: string, { now }: Service): void {
  if (day <= addDays(chinaDay(now()), 1)) return;
  throw new ChiduError('request-schema', 'the day lies ahead', { at });
}

async function refuseUnknown(
  sql: Sql,
  { authority, clue, supervision }: TaskSending,
): Promise<void> {
  if (clue !== undefined && (await clues.byId(sql, authority, clue)) === null) {
    throw new ChiduError('not-found', 'no such clue', { at: '/clue' });
  }
  if (supervision !== undefined && !(await supervisions.byId(sql, authority, supervision))) {
    throw new ChiduError('not-found', 'no such supervision case', { at: '/supervision' });
  }
}

async function there(
  sql: Sql,
  authority: string,
  number: string,
  at = '/number',
): Promise<TaskRow> {
  const row = await tasks.byId(sql, authority, number);
  if (row === null) throw new ChiduError('not-found', 'no such task', { at });
  return row;
}

const fileOf = (row: TaskRow): TaskFile => ({
  task: taskOf(row),
  place: { authority: row.authority, year: row.year, index: row.logIndex },
});
