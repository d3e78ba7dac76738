import * as z from 'zod/mini';
import {
  TaskFile,
  TaskNumber,
  TaskPage,
  TaskSending,
  TaskStateName,
  TaskStepRequest,
} from './liaison.ts';
import type { Route } from './routes.ts';
import { CreditCode, line, pageLimit } from './scalars.ts';

const params = z.strictObject({ number: TaskNumber });

/** 法治联动: routes of the supervision body alone. The supervised are not told what is asked of other bodies. */
export const LIAISON_ROUTES = {
  sendTask: {
    summary: 'Send a task to another body, or enter one that came from it',
    roles: ['supervisor'],
    body: TaskSending,
    answer: TaskFile,
    status: 201,
    errors: ['missing-field', 'not-found', 'changed-meanwhile'],
  },
  listTasks: {
    summary: 'Tasks to and from other bodies, the oldest first',
    roles: ['supervisor'],
    query: z.strictObject({
      authority: CreditCode,
      state: z.optional(TaskStateName),
      after: z.optional(TaskNumber),
      limit: pageLimit,
    }),
    answer: TaskPage,
    errors: ['not-found'],
  },
  stepTask: {
    summary: 'One step on a task: its receipt, its answer, urging, raising, taking back',
    roles: ['supervisor'],
    params,
    body: TaskStepRequest,
    answer: TaskFile,
    errors: ['not-found', 'inverted', 'step-not-allowed', 'step-incomplete', 'changed-meanwhile'],
  },
  taskPaper: {
    summary: 'The letter of a task with the slip of its receipt, as a page that prints on A4',
    roles: ['supervisor'],
    params,
    query: z.strictObject({ authority: CreditCode, supervisor: line(200) }),
    answer: { type: 'text/html; charset=utf-8' },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
