import * as z from 'zod/mini';
import type { Route } from './routes.ts';
import { CreditCode, line, pageLimit } from './scalars.ts';
import {
  SUPERVISION_PAPERS,
  SupervisionFile,
  SupervisionNumber,
  SupervisionOpening,
  SupervisionPage,
  SupervisionStateName,
  SupervisionStepRequest,
} from './supervision.ts';

const params = z.strictObject({ number: SupervisionNumber });

/** 监督案件: routes of the supervision body and of the authorities that it supervises. */
export const SUPERVISION_ROUTES = {
  openSupervision: {
    summary: 'Open a supervision case with its first instrument',
    roles: ['supervisor'],
    body: SupervisionOpening,
    answer: SupervisionFile,
    status: 201,
    most: 400_000,
    errors: [
      'schema',
      'given-twice',
      'not-found',
      'step-not-allowed',
      'remedy-pending',
      'changed-meanwhile',
    ],
  },
  listSupervisions: {
    summary: 'Supervision cases, the oldest first',
    roles: ['head', 'supervisor'],
    query: z.strictObject({
      authority: CreditCode,
      state: z.optional(SupervisionStateName),
      after: z.optional(SupervisionNumber),
      limit: pageLimit,
    }),
    answer: SupervisionPage,
    errors: ['not-found'],
  },
  readSupervision: {
    summary: 'A supervision case whole',
    roles: ['head', 'supervisor'],
    params,
    query: z.strictObject({ authority: CreditCode }),
    answer: SupervisionFile,
    errors: ['not-found'],
  },
  stepSupervision: {
    summary: 'One step on a supervision case: report, contest, uphold, close, escalate, steer …',
    roles: ['head', 'supervisor'],
    params,
    body: SupervisionStepRequest,
    answer: SupervisionFile,
    most: 400_000,
    errors: [
      'not-found',
      'schema',
      'given-twice',
      'unknown-reference',
      'contradiction',
      'step-not-allowed',
      'step-incomplete',
      'remedy-pending',
      'changed-meanwhile',
    ],
  },
  supervisionPaper: {
    summary:
      'The instrument that counts, the draft submission or the public reply as a page that prints on A4; drafts for the supervision body alone',
    roles: ['head', 'supervisor'],
    params: z.strictObject({ number: SupervisionNumber, paper: z.enum(SUPERVISION_PAPERS) }),
    query: z.strictObject({
      authority: CreditCode,
      /** 文号 and the government at the same level, where they are known; blanks are left where not. */
      document: z.optional(line(80)),
      government: z.optional(line(200)),
    }),
    answer: { type: 'text/html; charset=utf-8' },
    errors: ['not-found'],
  },
} as const satisfies Record<string, Route>;
