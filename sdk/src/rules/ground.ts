import * as z from 'zod/mini';
import { Condition } from './condition.ts';
import { PenaltyKind } from './penalty.ts';
import { Citation, Day, Id, Numbered, Wording } from './words.ts';

/**
 * A statutory circumstance that acts on the frame, never on the points (行政处罚法 30 to 33, 36, 49 and special laws).
 * `effect` lists what the text allows: 从轻或者减轻 is both `lighten` and `mitigate`, and the ground does not choose.
 */
export const Ground = z.strictObject({
  /** Shares its number space with facts, from 1001 on: a found ground stands in a code's label 24 as [number, 1]. */
  number: Numbered,
  id: Id,
  force: z.enum(['must', 'may']),
  effect: z.array(z.enum(['waive', 'mitigate', 'lighten', 'aggravate'])),
  label: Wording,
  cite: Citation,
  /** Facts that establish it. Absent: only a person finds it. */
  when: z.optional(Condition),
  /** Kinds that stay though the party is not punished: 食品安全法 136 still takes the goods. Only with `waive`. */
  keeps: z.optional(z.array(PenaltyKind)),
  /** What has to be proved and by whom. */
  evidence: z.array(z.string()),
});
export type Ground = z.infer<typeof Ground>;

/** Grounds of general law, in force on [from, to): `makeRule` puts them into each Rule. */
export const GroundPack = z.strictObject({
  format: z.literal('chidu-grounds/1'),
  id: Id,
  version: z.string(),
  title: Wording,
  from: Day,
  to: z.nullable(Day),
  grounds: z.array(Ground),
});
export type GroundPack = z.infer<typeof GroundPack>;
