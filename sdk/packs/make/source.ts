import * as z from 'zod/mini';

/**
 * The shape of the checked source, field by field and value by value. What is not listed here is refused: a new field or
 * word in the source must be understood before it can become law in the pack.
 */

const Text = z.string().check(z.minLength(1));
const Day = z.iso.date();
const Mode = z.enum(['shall', 'may', 'upTo', 'oneOf']);
const Flag = z.literal(true);

const Leaf = z.strictObject({
  var: Text,
  op: z.enum(['==', '<', '<=', '>', '>=', 'in']),
  value: z.union([z.boolean(), z.int(), z.string(), z.array(z.string())]),
});
export type SourceLeaf = z.infer<typeof Leaf>;

const Condition = z.union([Leaf, z.strictObject({ anyOf: z.array(Leaf).check(z.minLength(2)) })]);
export type SourceCondition = z.infer<typeof Condition>;

const Fine = z.strictObject({
  basis: Text,
  min: z.nullable(z.number()),
  max: z.number(),
  minInclusive: z.boolean(),
  maxInclusive: z.literal(true),
  currency: z.literal('CNY'),
  mode: Mode,
  fixed: z.optional(Flag),
  baseFloorCNY: z.optional(z.int()),
  maxCapCNY: z.optional(z.int()),
});
export type SourceFine = z.infer<typeof Fine>;

const Tier = z.strictObject({
  tier: z.enum([
    'basic',
    'minor',
    'relatively-serious',
    'serious',
    'aggravated',
    'refusal',
    'general-accident',
    'larger-accident',
    'major-accident',
  ]),
  when: z.array(Condition),
  penalties: z.array(z.strictObject({ kind: Text, zh: Text, mode: Mode })),
  fine: z.nullable(Fine),
  nonPenaltyMeasures: z.array(z.strictObject({ kind: Text, zh: Text })),
  subject: z.optional(Text),
  additive: z.optional(Flag),
  article: z.optional(z.int()),
  paragraph: z.optional(z.int()),
  note: z.optional(Text),
});
export type SourceTier = z.infer<typeof Tier>;

const Place = {
  law: Text,
  article: z.int(),
  paragraph: z.nullable(z.int()),
  item: z.nullable(z.int()),
};

const Version = z.strictObject({
  penaltyBasis: z.strictObject({
    law: Text,
    article: z.int(),
    paragraph: z.nullable(z.int()),
    version: Text,
  }),
  validFrom: z.nullable(Day),
  validTo: z.nullable(Day),
  tiers: z.array(Tier),
  verified: z.literal(true),
  source: z.strictObject({ repo: Text, path: Text, commit: Text }),
});

export const SourceRecord = z.strictObject({
  id: Text,
  name_zh: Text,
  name_en: Text,
  field: Text,
  prohibition: z.array(z.strictObject(Place)),
  penaltyBasis: z.strictObject({
    ...Place,
    version: Text,
    inForceFrom: Day,
    inForceFromSeenInSource: z.boolean(),
    inForceTo: z.optional(Day),
  }),
  tiers: z.array(Tier),
  bounds: z.literal('以上/以下 include the stated number; 不足/超过 do not'),
  factors: z.array(z.strictObject({ code: Text, zh: Text })),
  summary: Text,
  verified: z.literal(true),
  source: z.strictObject({
    repo: Text,
    path: Text,
    commit: Text,
    snapshotDate: z.union([Day, z.literal('stored version, 2026 or later')]),
  }),
  notes: z.optional(z.array(Text)),
  penaltyByReference: z.optional(Text),
  priorVersions: z.optional(z.array(Version)),
  futureVersions: z.optional(z.array(Version)),
});
export type SourceRecord = z.infer<typeof SourceRecord>;
