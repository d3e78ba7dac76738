import * as z from 'zod/mini';
import { CaseNumber, CodeId, CreditCode, Day, hexOf, Instant, line } from './scalars.ts';

/** 办案环节 in their order; what the overlay cannot see is absent, and absence says nothing. */
export const CASE_STAGES = [
  'filed',
  'evidence',
  'review',
  'noticed',
  'decided',
  'served',
  'executed',
  'closed',
] as const;

/**
 * What happens beside the stages: the clue came in and was not filed (程序规定 18, 20); what keeps a clock from running begins and
 * ends, and the period to decide is extended (程序规定 64); and the collective discussion that a major case needs (程序规定 60).
 */
export const CASE_MARKS = [
  'clue-received',
  'not-filed',
  'suspended',
  'resumed',
  'test-sent',
  'test-returned',
  'hearing-requested',
  'hearing-held',
  'public-notice',
  'public-notice-ended',
  'right-holder-asked',
  'right-holder-answered',
  'refund-ordered',
  'refund-ended',
  'extended',
  'discussed',
] as const;

/** 环节: a stage or mark of a case as the officer's desk saw it reached. No name, no text of the case. */
export const StageRequest = z.strictObject({
  format: z.literal('chidu-stage/1'),
  authority: CreditCode,
  caseNumber: CaseNumber,
  stage: z.enum([...CASE_STAGES, ...CASE_MARKS]),
  /** The day the stage was reached, by the case system. */
  on: Day,
  /** When it was seen, by the clock of the desk. */
  seen: Instant,
  /** Which field or page told it: an id of the adapter, never a value. */
  source: line(80),
});

/** 页面指纹: a document on the legacy page is another one than it was. Hashes only. */
export const PageRequest = z.strictObject({
  format: z.literal('chidu-page/1'),
  authority: CreditCode,
  caseNumber: CaseNumber,
  codeId: z.optional(CodeId),
  /** Which document or field: an id of the adapter. */
  part: line(80),
  /** Salted hash of what stood there, and of what stands there now; null where it is gone. */
  before: z.nullable(hexOf(32)),
  after: z.nullable(hexOf(32)),
  seen: Instant,
});

/** 复议、诉讼: opened or ended. While one runs by the word of the supervision body, objections of the case are steered there. */
export const RemedyRequest = z.strictObject({
  format: z.literal('chidu-remedy/1'),
  authority: CreditCode,
  caseNumber: CaseNumber,
  kind: z.enum(['reconsideration', 'suit']),
  state: z.enum(['pending', 'ended']),
  on: Day,
  /** Of one that ended: the act stood, or was revoked, changed or found unlawful. Absent where neither was decided. */
  result: z.optional(z.enum(['kept', 'changed'])),
});
