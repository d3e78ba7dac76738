import * as z from 'zod/mini';
import { Day, Fen, Numbered } from '../../rules/words.ts';

const Count = z.int().check(z.minimum(0));
const Text = z.string();
const Range = z.strictObject({ min: Fen, max: Fen });

/** 争议事项, as the objection names it. */
export const DisputedPoint = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('factor'), factor: Numbered }),
  z.object({ kind: z.literal('fact'), fact: Numbered }),
  z.object({
    kind: z.literal('clause'),
    law: Text,
    article: Numbered,
    paragraph: z.optional(Numbered),
    item: z.optional(Numbered),
  }),
  z.object({ kind: z.literal('amount') }),
  z.object({ kind: z.literal('procedure') }),
]);
export type DisputedPoint = z.infer<typeof DisputedPoint>;

/**
 * What an entry of each kind says to oversight: the part of its body that names nobody. Members that are added later are
 * passed over; an entry that lacks one of these is not read, and counted as not read. Fen, points, days.
 */
export const EVENT_DATA = {
  issued: z.object({
    /** 案件编号 in its own system; absent in logs kept before it was told. */
    case: z.optional(Text),
    violation: Text,
    /** SHA-256 of the canonical Rule. */
    rule: Text,
    benchmark: z.object({ pack: Text, version: Text }),
    /** 1 告知书, 2 听证告知书, 3 决定书, 4 当场处罚决定书. */
    documentKind: z.int(),
    /** 1 不予, 2 减轻, 3 从轻, 4 一般, 5 从重. */
    tier: z.int(),
    points: z.nullable(z.int()),
    /** The band of the tier: what the fine was to lie in. */
    range: z.nullable(Range),
    fine: z.nullable(Fen),
    suggestion: z.nullable(Fen),
    kinds: z.array(z.int()),
    /** [factor number, option number], where the benchmark counts points also what the option gave. */
    factors: z.array(z.tuple([Numbered, Numbered], z.int())),
    /** [fact number, integer value]. */
    facts: z.array(z.tuple([Numbered, z.int()])),
    flags: z.array(Text),
    /** Why it takes the place of an earlier code. */
    replaces: z.nullable(Text),
    /** Items of the four lists that applied, `pack/number`; absent where no lists were loaded. */
    listItems: z.optional(z.array(Text)),
  }),
  decided: z.object({
    outcome: z.enum(['penalty', 'none']),
    differs: z.enum(['same', 'lighter', 'other']),
    tier: z.int(),
    fine: z.nullable(Fen),
    kinds: z.array(z.int()),
    decided: Day,
  }),
  objected: z.object({
    disputed: z.array(DisputedPoint),
    attachments: Count,
    contact: z.boolean(),
  }),
  /** `step`, `routed`, `opinion` and `answered` are steps on an objection. */
  step: z.object({
    step: Text,
    state: Text,
    instrument: z.optional(Text),
    result: z.optional(z.enum(['upheld', 'partly-upheld', 'not-upheld'])),
    remedy: z.optional(Text),
    /** Working days. */
    days: z.optional(Count),
  }),
  escalated: z.object({ state: Text, due: z.nullable(Day) }),
  stage: z.object({
    case: z.optional(Text),
    stage: Text,
    on: Day,
    seen: Text,
    source: Text,
  }),
  'document-changed': z.object({
    case: z.optional(Text),
    part: Text,
    gone: z.boolean(),
    seen: Text,
  }),
  remedy: z.object({
    case: z.optional(Text),
    kind: z.enum(['reconsideration', 'suit']),
    state: z.enum(['pending', 'ended']),
    on: Day,
    confirmed: z.boolean(),
  }),
} as const;

export type IssuedData = z.infer<(typeof EVENT_DATA)['issued']>;
export type DecidedData = z.infer<(typeof EVENT_DATA)['decided']>;
export type StepData = z.infer<(typeof EVENT_DATA)['step']>;
