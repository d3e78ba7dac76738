import { stateCalendar } from '../../deadlines/index.ts';
import { ChiduError } from '../../errors.ts';
import type { TaskStepData } from '../events/event-data.ts';
import { type DueOptions, dueNow, dueOf, refuseDays } from '../supervision/open-supervision.ts';
import {
  TASK_STEPS,
  type TaskActor,
  type TaskReason,
  type TaskResult,
  type TaskState,
  type TaskStep,
} from './flow.ts';
import type { Task, TaskReceipt } from './task.ts';

export interface TaskRequest {
  readonly step: TaskStep;
  /** Version that was read. */
  readonly version: number;
  readonly text?: string;
  /** `urge`: working days anew, from the day of the step. */
  readonly days?: number;
  readonly receipt?: TaskReceipt;
  readonly result?: TaskResult;
  readonly reason?: TaskReason;
}

/**
 * One step on a task, and what the log is told of it. With the receipt the period for the answer begins, on the day of the receipt.
 *
 * @throws {ChiduError} `changed-meanwhile`, `step-not-allowed` from this state, by this actor or before its time, `step-incomplete`
 * with what is missing, `inverted` for a receipt of a day before the task was sent or after the step, `schema` for days beyond 1 to 180.
 */
export function stepTask(
  task: Task,
  request: TaskRequest,
  by: TaskActor,
  { on, calendar = stateCalendar() }: DueOptions & { readonly on: string },
): { readonly task: Task; readonly data: TaskStepData } {
  const { step, text, days, receipt, result, reason } = request;
  const known = dueNow(task, calendar);
  const to = wayOn({ ...task, ...known }, request, by, on);
  complete(request);
  if (days !== undefined) refuseDays(days);
  const entered = step === 'receipt' ? receipt : undefined;
  if (entered && (entered.on < task.sent || entered.on > on)) {
    throw new ChiduError('inverted', 'a receipt lies between the task and its entry', {
      at: '/receipt/on',
    });
  }
  const set = periodOf(task, request, on);
  const period = set ? { ...set, ...dueOf(set.from, set.days, calendar) } : known;
  return {
    task: {
      ...task,
      ...period,
      receipt: entered ?? task.receipt,
      result: step === 'answer' ? (result ?? null) : task.result,
      state: to,
      version: task.version + 1,
      steps: [...task.steps, { step, on, state: to, text: text ?? null, reason: reason ?? null }],
    },
    data: {
      task: task.id,
      step,
      state: to,
      ...(step === 'answer' && result && { result }),
      ...(step === 'return' && reason && { reason }),
      ...((set || (task.due === null && known.due !== null)) && { due: period.due }),
    },
  };
}

/** The period that a step begins: for the answer with the receipt, anew where it is urged. */
function periodOf(
  { answerDays }: Task,
  { step, days, receipt }: TaskRequest,
  on: string,
): { readonly from: string; readonly days: number } | null {
  if (step === 'receipt' && receipt) return { from: receipt.on, days: answerDays };
  if (step === 'urge' && days !== undefined) return { from: on, days };
  return null;
}

function wayOn(
  { state, version, due }: Task,
  { step, version: read }: TaskRequest,
  by: TaskActor,
  on: string,
): TaskState {
  if (read !== version) {
    throw new ChiduError('changed-meanwhile', 'read the task again', { fields: { version } });
  }
  const { by: allowed, ways } = TASK_STEPS[step];
  const to = (ways as Partial<Record<TaskState, TaskState>>)[state];
  const early = step === 'overdue' && (due === null || on <= due);
  if (by !== allowed || to === undefined || early) {
    throw new ChiduError('step-not-allowed', `${step} does not lead on from ${state}`, {
      fields: { state, step, role: by },
    });
  }
  return to;
}

function complete(request: TaskRequest): void {
  const missing = TASK_STEPS[request.step].needs.filter((name) => request[name] === undefined);
  const [first] = missing;
  if (first === undefined) return;
  throw new ChiduError('step-incomplete', `${request.step} needs ${missing.join(', ')}`, {
    at: `/${first}`,
    fields: { missing },
  });
}

/** Tasks whose receipt or answer is surely late: each is due for the step `overdue`. */
export const overdueTasks = (
  tasks: readonly Task[],
  today: string,
  { calendar = stateCalendar() }: DueOptions = {},
): Task[] =>
  tasks.filter((task) => {
    const { due } = dueNow(task, calendar);
    return task.state in TASK_STEPS.overdue.ways && due !== null && today > due;
  });
