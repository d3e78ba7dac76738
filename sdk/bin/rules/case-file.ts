import type { Case } from '@chidu/sdk/discretion';
import type { Trial } from '@chidu/sdk/discretion/trials';
import type { Issue } from '@chidu/sdk/errors';
import { Tier } from '@chidu/sdk/rules';
import * as z from 'zod/mini';
import { Faults } from './faults.ts';

const Value = z.union([z.int(), z.boolean(), z.string()]);

/** The parts of a case that a file states; what an engine derives stays out. */
const CaseFile = z.strictObject({
  format: z.literal('chidu-case/1'),
  violation: z.string(),
  actDate: z.iso.date(),
  decisionDate: z.iso.date(),
  party: z.strictObject({ kind: z.enum(['individual', 'entity']), age: z.optional(z.int()) }),
  facts: z.record(z.string(), Value),
  grounds: z.optional(z.array(z.string())),
  factors: z.record(z.string(), z.string()),
  elect: z.optional(
    z.strictObject({
      tier: Tier,
      reason: z.string(),
    }),
  ),
  discovered: z.optional(z.iso.date()),
  graveHarm: z.optional(z.boolean()),
  refunded: z.optional(z.int()),
});

const Range = z.strictObject({ min: z.int(), max: z.int() });

const TrialFile = z.strictObject({
  format: z.literal('chidu-trials/1'),
  trials: z.array(
    z.strictObject({
      name: z.string(),
      case: CaseFile,
      /** What must come out; what is not named is not looked at. */
      expect: z.strictObject({
        outcome: z.optional(z.enum(['fine', 'no-fine', 'waived', 'undecided'])),
        tier: z.optional(z.nullable(Tier)),
        points: z.optional(z.nullable(z.int())),
        range: z.optional(z.nullable(Range)),
        band: z.optional(z.nullable(Range)),
        suggestion: z.optional(z.nullable(z.int())),
      }),
    }),
  ),
});

export function readCase(value: unknown): Case {
  return read(CaseFile, value) as Case;
}

export function readTrials(value: unknown): Trial[] {
  return read(TrialFile, value).trials as Trial[];
}

function read<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const found = schema.safeParse(value);
  if (found.success) return found.data;
  throw new Faults(
    found.error.issues.map(
      (one): Issue => ({ code: 'schema', at: `/${one.path.join('/')}`, message: one.message }),
    ),
  );
}
