import * as z from 'zod/mini';
import { Day, Fen, Numbered } from '../../rules/words.ts';

const Count = z.int().check(z.minimum(0));
const Text = z.string();
const Range = z.strictObject({ min: Fen, max: Fen });

/** 线索来源: the channels through which supervision hears of a matter (公权力监督 to 信访投诉举报). */
export const CHANNELS = [
  'public-power',
  'enforcement',
  'reconsideration',
  'litigation',
  'judicial-advice',
  'procuratorial-advice',
  'audit',
  'petitions',
] as const;
export type Channel = (typeof CHANNELS)[number];

/** 高、中、低. */
export const RISKS = ['high', 'medium', 'low'] as const;
export type Risk = (typeof RISKS)[number];

/** 行政执法监督条例 26 to 29. */
export const INSTRUMENTS = ['督办函', '意见书', '决定书'] as const;

/**
 * `[number given once, whole number, …]`, many of them in every code: looked at in one go and taken as they are, which saves a
 * third of the time of reading a large log.
 */
const tuples = <T extends readonly number[]>(longest: number) =>
  z.custom<T[]>(
    (value) =>
      Array.isArray(value) &&
      value.every(
        (one) =>
          Array.isArray(one) &&
          one.length >= 2 &&
          one.length <= longest &&
          one[0] >= 1 &&
          one.every(Number.isSafeInteger),
      ),
  );

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
    factors: tuples<[number, number, ...number[]]>(3),
    /** [fact number, integer value]. */
    facts: tuples<[number, number]>(2),
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
    /** Of one that ended: the act stood, or was revoked, changed or found unlawful. Absent where neither was decided. */
    result: z.optional(z.enum(['kept', 'changed'])),
  }),
  clue: z.object({
    /** One id for the matter: the same in every step. */
    clue: Text,
    channel: z.enum(CHANNELS),
    level: z.enum(RISKS),
    /** Whose word the level is. */
    levelBy: z.enum(['rule', 'person']),
    /** What it is about, as far as the source settles it. */
    about: z.object({
      authority: z.optional(Text),
      case: z.optional(Text),
      violation: z.optional(Text),
      region: z.optional(Text),
    }),
    /** Name of the feed, and the day by its own count. */
    source: Text,
    on: Day,
    /** Last day to be dealt with. */
    due: z.nullable(Day),
  }),
  'clue-step': z.object({
    clue: Text,
    step: Text,
    state: Text,
    /** Unit that has it from now on. */
    unit: z.optional(Text),
    /** 专项监督 or 联动监督. */
    work: z.optional(z.enum(['special', 'joint'])),
    /** Set by a person. */
    level: z.optional(z.enum(RISKS)),
    /** `merge`: the clue it is one matter with. */
    into: z.optional(Text),
    /** A reason from the list of the step, never in words. */
    reason: z.optional(Text),
  }),
  supervision: z.object({
    supervision: Text,
    instrument: z.enum(INSTRUMENTS),
    about: z.object({
      authority: Text,
      case: z.optional(Text),
      /** Ids of supervision codes. */
      codes: z.optional(z.array(Text)),
    }),
    clue: z.optional(Text),
    /** 牵头、配合单位 by credit code. */
    lead: z.optional(Text),
    support: z.optional(z.array(Text)),
    /** Working days to respond, and the last of them; null while its holidays are not published. */
    days: Count,
    due: z.nullable(Day),
  }),
  'supervision-step': z.object({
    supervision: Text,
    step: Text,
    state: Text,
    result: z.optional(Text),
    /** `steer`: what runs. */
    remedy: z.optional(Text),
    /** `lead`: from now on. */
    lead: z.optional(Text),
    support: z.optional(z.array(Text)),
    instrument: z.optional(z.enum(INSTRUMENTS)),
    /** Pieces of evidence handed in. */
    evidence: z.optional(Count),
    due: z.optional(z.nullable(Day)),
  }),
  task: z.object({
    task: Text,
    /** `out`: the other body owes receipt and answer. */
    direction: z.enum(['out', 'in']),
    /** Kind of the other body, and its credit code where it is known. */
    body: Text,
    bodyCode: z.optional(Text),
    kind: Text,
    about: z.object({
      clue: z.optional(Text),
      supervision: z.optional(Text),
      case: z.optional(Text),
    }),
    /** Working days for the receipt, and the last of them; null while its holidays are not published. */
    days: Count,
    due: z.nullable(Day),
  }),
  'task-step': z.object({
    task: Text,
    step: Text,
    state: Text,
    result: z.optional(Text),
    /** A reason from the list, never in words. */
    reason: z.optional(Text),
    due: z.optional(z.nullable(Day)),
  }),
} as const;

export type IssuedData = z.infer<(typeof EVENT_DATA)['issued']>;
export type DecidedData = z.infer<(typeof EVENT_DATA)['decided']>;
export type StepData = z.infer<(typeof EVENT_DATA)['step']>;
export type ClueData = z.infer<(typeof EVENT_DATA)['clue']>;
export type ClueStepData = z.infer<(typeof EVENT_DATA)['clue-step']>;
export type SupervisionData = z.infer<(typeof EVENT_DATA)['supervision']>;
export type TaskData = z.infer<(typeof EVENT_DATA)['task']>;
export type TaskStepData = z.infer<(typeof EVENT_DATA)['task-step']>;
export type SupervisionStepData = z.infer<(typeof EVENT_DATA)['supervision-step']>;
