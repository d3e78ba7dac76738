import * as z from 'zod/mini';
import {
  CLUE_REASONS,
  CLUE_RESULTS,
  CLUE_STATES,
  CLUE_STEPS,
  Clue,
  FEEDS,
  Work,
} from '../oversight/clues/index.ts';
import { CHANNELS, RISKS } from '../oversight/index.ts';
import { LogPlace } from './issue.ts';
import { ObjectionNumber } from './objection.ts';
import { CaseNumber, Count, CreditCode, Day, Fen, KeyId, line, named, prose } from './scalars.ts';

/** 线索编号: sixteen digits that follow from feed and number, so that the same report comes in once. */
export const ClueNumber = ObjectionNumber;
export const ClueStateName = named(CLUE_STATES);
/** Everybody may read in the log who reported and who has it: names from a list and numbers, so that no words get there. */
const FeedTitle = z.enum(Object.values(FEEDS).map(({ zh }) => zh));
const UnitNumber = z.union([CreditCode, KeyId]);

/** 线索归集: one report of a feed. Persons are masked before it is handed in (`readFeed`). */
export const ClueReport = z.strictObject({
  format: z.literal('chidu-clue-report/1'),
  authority: CreditCode,
  channel: z.enum(CHANNELS),
  /** Name of the feed as `FEEDS` has it, and the number there. */
  feed: FeedTitle,
  number: line(80),
  on: Day,
  text: prose(4000),
  caseNumber: z.optional(CaseNumber),
  violation: z.optional(z.string().check(z.maxLength(80), z.regex(/^[a-z][A-Za-z0-9-]*$/))),
  region: z.optional(z.string().check(z.regex(/^[1-9]\d{5}$/))),
  /** What the level hangs on: fen, people affected. */
  measures: z.optional(z.strictObject({ amount: z.optional(Fen), people: z.optional(Count) })),
});
export type ClueReport = z.infer<typeof ClueReport>;

/** One step on a clue. A supervisor is known by the id of its key, an authority and any other body by its credit code. */
export const ClueStepRequest = z.strictObject({
  format: z.literal('chidu-clue-step/1'),
  authority: CreditCode,
  step: named(CLUE_STEPS),
  /** Version that was read: of two who claim at once, one has read another one. */
  version: Count,
  unit: z.optional(UnitNumber),
  work: z.optional(Work),
  level: z.optional(z.enum(RISKS)),
  into: z.optional(ClueNumber),
  reason: z.optional(named(CLUE_REASONS)),
  result: z.optional(named(CLUE_RESULTS)),
});
export type ClueStepRequest = z.infer<typeof ClueStepRequest>;

/** A clue whole, and where it was entered. */
export const ClueFile = z.strictObject({ clue: Clue, place: LogPlace });
export type ClueFile = z.infer<typeof ClueFile>;

/** A page of the pool, the oldest entry first; `next` is the clue to ask `after`, null on the last page. */
export const CluePage = z.strictObject({ clues: z.array(ClueFile), next: z.nullable(ClueNumber) });
export type CluePage = z.infer<typeof CluePage>;
