import * as z from 'zod/mini';
import {
  OtherBody,
  TASK_KINDS,
  TASK_REASONS,
  TASK_RESULTS,
  TASK_STATES,
  TASK_STEPS,
  Task,
  TaskReceipt,
} from '../oversight/liaison/index.ts';
import { ClueNumber } from './clues.ts';
import { LogPlace } from './issue.ts';
import { CaseNumber, Count, CreditCode, Day, named, prose } from './scalars.ts';
import { SupervisionNumber } from './supervision.ts';

/** 函号 as official papers are numbered (GB/T 9704), or as courts and procuratorates number theirs: 〔year〕 or （year）, no other words. */
export const TaskNumber = z
  .string()
  .check(
    z.maxLength(40),
    z.regex(
      /^(?:\p{Script=Han}{1,12}〔2\d{3}〕[1-9]\d{0,5}号|（2\d{3}）\p{Script=Han}\d{0,4}\p{Script=Han}{1,6}[1-9]\d{0,5}号)$/u,
    ),
  );
export const TaskStateName = named(TASK_STATES);

const Days = z.int().check(z.minimum(1), z.maximum(180));

/** 联动任务: sent to another body, or come from one. */
export const TaskSending = z.strictObject({
  format: z.literal('chidu-task-sending/1'),
  /** In whose log it is entered: the authority that is supervised. */
  authority: CreditCode,
  number: TaskNumber,
  direction: z.enum(['out', 'in']),
  body: OtherBody,
  kind: named(TASK_KINDS),
  clue: z.optional(ClueNumber),
  supervision: z.optional(SupervisionNumber),
  case: z.optional(CaseNumber),
  text: prose(4000),
  sent: Day,
  /** Working days for the receipt, and from the receipt for the answer. */
  receiptDays: Days,
  answerDays: Days,
});
export type TaskSending = z.infer<typeof TaskSending>;

/** One step on a task. What runs out by itself, `overdue`, is nobody's request. */
export const TaskStepRequest = z.strictObject({
  format: z.literal('chidu-task-step/1'),
  authority: CreditCode,
  step: named(TASK_STEPS),
  /** Version that was read: of two who act at once, one has read another one. */
  version: Count,
  text: z.optional(prose(4000)),
  days: z.optional(Days),
  receipt: z.optional(TaskReceipt),
  result: z.optional(named(TASK_RESULTS)),
  reason: z.optional(named(TASK_REASONS)),
});
export type TaskStepRequest = z.infer<typeof TaskStepRequest>;

/** A task whole, and where it was entered. */
export const TaskFile = z.strictObject({ task: Task, place: LogPlace });
export type TaskFile = z.infer<typeof TaskFile>;

/** A page of tasks, the oldest entry first; `next` is the task to ask `after`, null on the last page. */
export const TaskPage = z.strictObject({ tasks: z.array(TaskFile), next: z.nullable(TaskNumber) });
export type TaskPage = z.infer<typeof TaskPage>;
