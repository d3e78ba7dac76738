import * as z from 'zod/mini';
import { Id, Integer, Numbered, Wording } from './words.ts';

/**
 * A fact that conditions and ranges may use. The number is what a supervision code carries (label 24):
 * fen and counts as themselves, bool as 0 or 1, enum as the number of the value.
 */
export const FactDefinition = z.strictObject({
  number: Numbered,
  id: Id,
  type: z.enum(['fen', 'count', 'bool', 'enum']),
  label: Wording,
  /** What an officer should look at before answering. */
  hint: z.optional(Wording),
  min: z.optional(Integer),
  max: z.optional(Integer),
  values: z.optional(z.array(z.strictObject({ number: Numbered, id: Id, label: Wording }))),
});
export type FactDefinition = z.infer<typeof FactDefinition>;

/** fen and count: integer; bool: boolean; enum: the id of the value. Absent means unknown, never a default. */
export type FactValue = number | boolean | string;
