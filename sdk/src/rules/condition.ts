import * as z from 'zod/mini';
import { Id, Integer } from './words.ts';

/** One member for each operator, so that testing `op` tells TypeScript the rest. */
type Form<Op extends string, Rest> = Op extends string ? { op: Op } & Rest : never;

/** A condition over named facts: a closed list of operators, nothing to parse, nothing to evaluate as code. */
export type Condition =
  | Form<'eq' | 'ne', { fact: string; value: number | boolean | string }>
  | Form<'lt' | 'le' | 'gt' | 'ge', { fact: string; value: number }>
  | { op: 'in'; fact: string; values: string[] }
  | Form<'all' | 'any', { of: Condition[] }>
  | { op: 'not'; of: Condition };

export const Condition: z.ZodMiniType<Condition> = z.lazy(() =>
  z.discriminatedUnion('op', [
    z.strictObject({
      op: z.enum(['eq', 'ne']),
      fact: Id,
      value: z.union([Integer, z.boolean(), z.string()]),
    }),
    z.strictObject({ op: z.enum(['lt', 'le', 'gt', 'ge']), fact: Id, value: Integer }),
    z.strictObject({ op: z.literal('in'), fact: Id, values: z.array(Id).check(z.minLength(1)) }),
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(Condition).check(z.minLength(1)) }),
    z.strictObject({ op: z.literal('not'), of: Condition }),
  ]),
);
