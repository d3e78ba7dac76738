import { stateCalendar } from '../../deadlines/index.ts';
import { ChiduError } from '../../errors.ts';
import type { TaskData } from '../events/event-data.ts';
import { type DueOptions, dueOf, refuseDays } from '../supervision/open-supervision.ts';
import type { Task } from './task.ts';

/** What a new task is made of. */
export type NewTask = Pick<
  Task,
  'id' | 'direction' | 'body' | 'kind' | 'about' | 'text' | 'sent' | 'receiptDays' | 'answerDays'
>;

/**
 * Sends a task to another body, or enters one that came from it, and what the log is told of it.
 *
 * @throws {ChiduError} `schema` for days beyond 1 to 180; `missing-field` for a task about no clue, supervision case or case.
 */
export function sendTask(
  asked: NewTask,
  { calendar = stateCalendar() }: DueOptions = {},
): { readonly task: Task; readonly data: TaskData } {
  const { id, direction, body, kind, about, sent, receiptDays: days } = asked;
  refuseDays(days);
  refuseDays(asked.answerDays);
  const matters = Object.entries(about).filter(([, matter]) => matter !== null);
  if (matters.length === 0) {
    throw new ChiduError('missing-field', 'a task is about something', { at: '/about' });
  }
  const period = dueOf(sent, days, calendar);
  return {
    task: {
      format: 'chidu-task/1',
      ...asked,
      days,
      from: sent,
      ...period,
      receipt: null,
      result: null,
      state: 'sent',
      version: 0,
      steps: [],
    },
    data: {
      task: id,
      direction,
      body: body.kind,
      ...(body.code !== null && { bodyCode: body.code }),
      kind,
      about: Object.fromEntries(matters),
      days,
      due: period.due,
    },
  };
}
