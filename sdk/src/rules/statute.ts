import * as z from 'zod/mini';
import { Condition } from './condition.ts';
import { FactDefinition } from './fact.ts';
import { Ground } from './ground.ts';
import { Mode, PenaltyKind } from './penalty.ts';
import { Citation, Day, Fen, Id, Numbered, Ratio, Wording } from './words.ts';

/** A fine as the law sets it. `min: null` is an only-maximum range (处…以下): it starts at zero. Ends are inclusive as stated. */
export const FineRange = z.discriminatedUnion('basis', [
  z.strictObject({
    basis: z.literal('amount'),
    min: z.nullable(Fen),
    max: Fen,
    minInclusive: z.boolean(),
    maxInclusive: z.boolean(),
    mode: Mode,
  }),
  z.strictObject({
    basis: z.literal('multiple'),
    /** The fact (fen) that is multiplied. */
    of: Id,
    min: z.nullable(Ratio),
    max: Ratio,
    minInclusive: z.boolean(),
    maxInclusive: z.boolean(),
    mode: Mode,
    /** 不足…按…计算: the base counts as at least this much. */
    baseFloor: z.optional(Fen),
    /** 但最高不超过…: never above this amount. */
    cap: z.optional(Fen),
  }),
]);
export type FineRange = z.infer<typeof FineRange>;

/**
 * `party`: this tier is for a party of the kind that the text names; where `values` is given, the enum fact `subject`
 * must be one of them. `person`: a natural person punished in addition to the party (双罚).
 */
export const Subject = z.discriminatedUnion('role', [
  z.strictObject({
    role: z.literal('party'),
    label: Wording,
    values: z.optional(z.array(Id).check(z.minLength(1))),
  }),
  z.strictObject({ role: z.literal('person'), label: Wording }),
]);
export type Subject = z.infer<typeof Subject>;

export const StatuteTier = z.strictObject({
  number: Numbered,
  level: z.enum([
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
  /** All must hold. An empty list always holds. */
  when: z.array(Condition),
  /** Whom the text names. Absent: the party, whoever it is. */
  subject: z.optional(Subject),
  /** Added to the other tier that applies instead of taking its place. */
  additive: z.boolean(),
  /**
   * Numbers of the tiers whose place this one takes where both apply: serious for basic, special for general.
   * What then still stands beside another tier of the same role competes with it, and a person decides.
   */
  insteadOf: z.array(Numbered),
  penalties: z.array(z.strictObject({ kind: PenaltyKind, mode: Mode, label: Wording })),
  fine: z.nullable(FineRange),
  /** 责令改正 and the like: not penalties (行政处罚法 9). */
  measures: z.array(z.strictObject({ kind: Id, label: Wording })),
  /** Where this tier stands, if not at the entry's basis. */
  cite: z.optional(
    z.strictObject({ article: z.optional(z.int()), paragraph: z.optional(z.int()) }),
  ),
  note: z.optional(z.string()),
});
export type StatuteTier = z.infer<typeof StatuteTier>;

/** One violation under one dated text of law: in force on [from, to). */
export const Statute = z.strictObject({
  violation: Id,
  name: Wording,
  field: Id,
  from: Day,
  to: z.nullable(Day),
  basis: Citation,
  prohibition: z.array(Citation),
  /** What the source could not establish; shown wherever the entry is used. */
  doubts: z.array(
    z.enum(['from-not-seen-in-source', 'from-is-adoption-date', 'prohibition-not-recorded']),
  ),
  facts: z.array(FactDefinition),
  /** Circumstances that the entry's own text makes act on the frame: 商标法 60(2) 应当从重. */
  grounds: z.array(Ground),
  tiers: z.array(StatuteTier),
  /** The text sends the reader on: punished as these violations. Then `tiers` is empty. */
  punishedAs: z.optional(z.array(Id)),
  /** Factors that the market supervision practice asks about for this violation, by code. */
  factors: z.array(z.strictObject({ code: Id, label: Wording })),
  summary: z.optional(z.string()),
  notes: z.array(z.string()),
  source: z.strictObject({
    repository: z.string(),
    path: z.string(),
    commit: z.string(),
    /** When the copy of the text was taken, a day where it is known. */
    snapshot: z.optional(z.string()),
    verified: z.boolean(),
  }),
});
export type Statute = z.infer<typeof Statute>;

export const StatutePack = z.strictObject({
  format: z.literal('chidu-statutes/1'),
  id: Id,
  version: z.string(),
  title: Wording,
  /** What the pack was made from, counted in the source, so that anyone can tell that nothing was left out. */
  origin: z.strictObject({
    sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
    records: z.int(),
    otherVersions: z.int(),
    tiers: z.int(),
    fines: z.int(),
    otherVersionTiers: z.int(),
    otherVersionFines: z.int(),
  }),
  notes: z.array(z.string()),
  statutes: z.array(Statute),
});
export type StatutePack = z.infer<typeof StatutePack>;
