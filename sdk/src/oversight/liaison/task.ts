import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day } from '../../rules/words.ts';
import { CreditCode } from '../organisation.ts';
import { Line, Prose } from '../supervision/supervision-case.ts';
import {
  BODY_KINDS,
  TASK_KINDS,
  TASK_REASONS,
  TASK_RESULTS,
  TASK_STATES,
  TASK_STEPS,
} from './flow.ts';

const names = <K extends string>(of: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(of) as [K, ...K[]]);
const Days = z.int().check(z.minimum(1), z.maximum(180));
const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const Id = z.string().check(z.minLength(1), z.maxLength(80));

/** 联动单位: the other body. Its code is null where it is not known. */
export const OtherBody = z.strictObject({
  kind: names(BODY_KINDS),
  name: Line,
  code: z.nullable(CreditCode),
});
export type OtherBody = z.infer<typeof OtherBody>;

/** 回执: number and day of the paper, and its hash. */
export const TaskReceipt = z.strictObject({ number: Line, on: Day, sha256: Sha256 });
export type TaskReceipt = z.infer<typeof TaskReceipt>;

/** `chidu-task/1`, 联动任务: what one body asks of another. Its texts stay with the two; the log gets `EVENT_DATA`. */
export const Task = z.strictObject({
  format: z.literal('chidu-task/1'),
  /** 函号 of whoever sends it. */
  id: Id,
  /** `out`: the other body owes receipt and answer. `in`: the supervision body does. */
  direction: z.enum(['out', 'in']),
  body: OtherBody,
  kind: names(TASK_KINDS),
  /** Matters that it is about, each null where it is about none. */
  about: z.strictObject({
    clue: z.nullable(z.string()),
    supervision: z.nullable(z.string()),
    case: z.nullable(Id),
  }),
  text: Prose,
  sent: Day,
  /** Working days for the receipt, from the day it was sent, and for the answer, from the receipt. */
  receiptDays: Days,
  answerDays: Days,
  /** Working days of the period that runs or ran last, counted from `from`, and the last of them. */
  days: Days,
  from: Day,
  /** Null: holidays of that year are not published yet; then the day is surely not before `bound`. */
  due: z.nullable(Day),
  bound: Day,
  receipt: z.nullable(TaskReceipt),
  result: z.nullable(names(TASK_RESULTS)),
  state: names(TASK_STATES),
  version: z.int().check(z.minimum(0)),
  /** Never shortened. */
  steps: z.array(
    z.strictObject({
      step: names(TASK_STEPS),
      on: Day,
      state: names(TASK_STATES),
      text: z.nullable(Prose),
      reason: z.nullable(names(TASK_REASONS)),
    }),
  ),
});
export type Task = z.infer<typeof Task>;

/** A task typed, or every fault by JSON pointer. */
export function loadTask(value: unknown): Loaded<Task> {
  const parsed = Task.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}
