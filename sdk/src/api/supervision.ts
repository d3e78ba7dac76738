import * as z from 'zod/mini';
import {
  Bodies,
  ListItem,
  Opinion,
  SITUATIONS,
  SUPERVISION_STATES,
  SUPERVISION_STEPS,
  SupervisionCase,
  SupervisionEvidence,
} from '../oversight/supervision/index.ts';
import { ClueNumber } from './clues.ts';
import { LogPlace } from './issue.ts';
import { CaseNumber, CodeId, Count, CreditCode, line, Numbered, named, prose } from './scalars.ts';

/**
 * 监督案号 as official papers are numbered (GB/T 9704): characters for the body, the year, a running number. No form that words
 * could hide in, for the log shows it.
 */
export const SupervisionNumber = z
  .string()
  .check(z.maxLength(40), z.regex(/^\p{Script=Han}{1,12}〔2\d{3}〕[1-9]\d{0,5}号$/u));
export const SupervisionStateName = named(SUPERVISION_STATES);

const Days = z.int().check(z.minimum(1), z.maximum(180));
const Evidence = z.array(SupervisionEvidence).check(z.maxLength(100));
const { text, owner, due } = ListItem.shape;

/** 立案监督: a supervision case with its first instrument. Who supervises whom is said by name too, for the papers. */
export const SupervisionOpening = z.strictObject({
  format: z.literal('chidu-supervision-opening/1'),
  authority: CreditCode,
  authorityName: line(200),
  supervisor: line(200),
  number: SupervisionNumber,
  case: z.optional(CaseNumber),
  /** Codes of the authority that it is about. */
  codes: z.optional(z.array(CodeId).check(z.minLength(1), z.maxLength(50))),
  situation: named(SITUATIONS),
  /** The clue that it comes from: one that somebody has taken up, and that no other case comes from. */
  clue: z.optional(ClueNumber),
  bodies: Bodies,
  /** Working days to correct and report. */
  days: Days,
  opinion: Opinion,
  items: z._default(z.array(z.strictObject({ text, owner, due })).check(z.maxLength(100)), []),
  evidence: z._default(Evidence, []),
});
export type SupervisionOpening = z.infer<typeof SupervisionOpening>;

/** One step on a supervision case. What runs out by itself, `overdue`, is nobody's request. */
export const SupervisionStepRequest = z.strictObject({
  format: z.literal('chidu-supervision-step/1'),
  authority: CreditCode,
  step: named(SUPERVISION_STEPS),
  /** Version that was read: of two who act at once, one has read another one. */
  version: Count,
  text: z.optional(prose(4000)),
  days: z.optional(Days),
  evidence: z.optional(Evidence),
  items: z.optional(
    z
      .array(
        z.strictObject({
          number: Numbered,
          evidence: z.array(Numbered).check(z.maxLength(100)),
        }),
      )
      .check(z.maxLength(100)),
  ),
  result: z.optional(z.enum(['corrected', 'explained'])),
  bodies: z.optional(Bodies),
  opinion: z.optional(Opinion),
});
export type SupervisionStepRequest = z.infer<typeof SupervisionStepRequest>;

/** A supervision case whole, where it was entered, and what runs against the cases that it is about. */
export const SupervisionFile = z.strictObject({
  supervision: SupervisionCase,
  place: LogPlace,
  remedy: z.nullable(z.enum(['reconsideration', 'suit'])),
});
export type SupervisionFile = z.infer<typeof SupervisionFile>;

/** A page of cases, the oldest entry first; `next` is the case to ask `after`, null on the last page. */
export const SupervisionPage = z.strictObject({
  supervisions: z.array(SupervisionFile),
  next: z.nullable(SupervisionNumber),
});
export type SupervisionPage = z.infer<typeof SupervisionPage>;

/** Papers that are made of a case: its instrument, the draft to the government, the answer to the public. */
export const SUPERVISION_PAPERS = ['instrument', 'submission', 'reply'] as const;
