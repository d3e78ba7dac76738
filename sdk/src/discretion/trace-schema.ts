import * as z from 'zod/mini';
import { Citation, Condition, Mode, PenaltyKind, Tier, Wording } from '../rules/index.ts';
import { Day, Fen, Id, Integer, Numbered, Ratio } from '../rules/words.ts';

/** `chidu-trace/1` for those who read traces that others wrote; the engine itself does without. */

const Range = z.strictObject({ min: Fen, max: Fen });
const Cites = z.array(Citation);
const Named = z.record(z.string(), z.unknown());
const BasisPoints = z.tuple([Integer, Integer]);

const Penalty = { kind: PenaltyKind, mode: Mode, label: Wording, cite: Citation };
const Undecided = z.strictObject({ reason: Id, at: z.string(), fields: z.optional(Named) });
const Flag = z.strictObject({ id: Id, cite: z.optional(Citation), fields: z.optional(Named) });

const Fact = z.strictObject({
  id: Id,
  label: Wording,
  type: z.enum(['fen', 'count', 'bool', 'enum']),
  value: z.optional(z.union([Integer, z.boolean(), z.string()])),
  text: z.optional(Wording),
  by: z.optional(Citation),
});

const GroundFound = z.strictObject({
  id: Id,
  label: Wording,
  force: z.enum(['must', 'may']),
  effect: z.array(z.enum(['waive', 'mitigate', 'lighten', 'aggravate'])),
  by: z.enum(['person', 'facts', 'case']),
  cite: Citation,
});

const Multiple = z.strictObject({
  fact: Wording,
  base: Fen,
  counted: Fen,
  min: z.nullable(Ratio),
  max: Ratio,
  cap: z.optional(Fen),
});

/** What every step of a benchmark's method says of the tier. */
const settled = { tier: Tier, fixed: z.boolean() };
const Graded = z.strictObject({ points: Integer, label: Wording });

const Step = z.discriminatedUnion('step', [
  z.strictObject({
    step: z.literal('law'),
    name: Wording,
    from: Day,
    to: z.nullable(Day),
    actDate: z.nullable(z.string()),
    decisionDate: z.nullable(z.string()),
    doubts: z.array(Id),
    cite: Cites,
  }),
  z.strictObject({
    step: z.literal('benchmark'),
    title: Wording,
    place: z.string(),
    publisher: z.string(),
    publication: z.nullable(z.strictObject({ number: z.string(), date: Day })),
    sample: z.boolean(),
  }),
  z.strictObject({ step: z.literal('facts'), facts: z.array(Fact) }),
  z.strictObject({ step: z.literal('grounds'), found: z.array(GroundFound) }),
  z.strictObject({
    step: z.literal('frame'),
    tier: z.nullable(Tier),
    by: z.enum(['must', 'elected', 'none']),
    grounds: z.array(Id),
    open: z.array(Tier),
    reason: z.optional(z.string()),
  }),
  z.strictObject({
    step: z.literal('statute-tier'),
    number: Numbered,
    level: Id,
    subject: z.optional(Wording),
    additive: z.boolean(),
    holds: z.enum(['yes', 'no', 'unknown']),
    when: z.array(Condition),
    chosen: z.boolean(),
    cite: Cites,
  }),
  z.strictObject({
    step: z.literal('range'),
    whom: z.optional(Wording),
    range: Range,
    mode: Mode,
    onlyMaximum: z.boolean(),
    multiple: z.optional(Multiple),
    cite: Cites,
  }),
  z.strictObject({
    step: z.literal('factor'),
    number: Numbered,
    label: Wording,
    option: Wording,
    points: Integer,
    means: z.enum(['points', 'percent', 'times', 'answer']),
  }),
  z.strictObject({
    step: z.literal('points-tier'),
    points: Integer,
    from: Integer,
    to: z.nullable(Integer),
    ...settled,
  }),
  z.strictObject({ step: z.literal('percent-sum'), start: Integer, total: Integer, ...settled }),
  z.strictObject({
    step: z.literal('base-adjust'),
    start: Integer,
    product: Ratio,
    limits: BasisPoints,
    ...settled,
  }),
  z.strictObject({
    step: z.literal('grid'),
    row: Graded,
    column: Graded,
    cell: Integer,
    shift: Integer,
    ...settled,
  }),
  z.strictObject({
    step: z.literal('band-row'),
    label: Wording,
    when: z.array(Condition),
    ...settled,
  }),
  z.strictObject({ step: z.literal('band'), tier: Tier, bp: z.nullable(BasisPoints), band: Range }),
  z.strictObject({ step: z.literal('suggestion'), share: Ratio, unit: Fen, suggestion: Fen }),
  z.strictObject({
    step: z.literal('penalties'),
    whom: z.optional(Wording),
    penalties: z.array(z.strictObject(Penalty)),
  }),
  z.strictObject({
    step: z.literal('confiscations'),
    penalties: z.array(z.strictObject({ ...Penalty, amount: z.nullable(Fen) })),
  }),
  z.strictObject({
    step: z.literal('measures'),
    measures: z.array(z.strictObject({ kind: Id, label: Wording })),
  }),
  z.strictObject({ step: z.literal('undecided'), whom: z.optional(Wording), undecided: Undecided }),
  z.strictObject({ step: z.literal('flag'), flag: Flag }),
]);

export const TraceSchema = z.strictObject({
  format: z.literal('chidu-trace/1'),
  steps: z.array(Step),
});
