import * as z from 'zod/mini';
import { type Loaded, PenaltyKind, Tier } from '../rules/index.ts';
import { schemaIssues } from '../rules/schema-issues.ts';
import { Day, Fen, Id, Integer } from '../rules/words.ts';
import type { Case } from './case.ts';

const Origin = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('page'),
    field: z.string(),
    raw: z.string(),
    locator: z.string(),
    frame: z.string(),
    at: z.string(),
  }),
  z.strictObject({ kind: z.literal('typed'), at: z.string(), by: z.optional(z.string()) }),
  z.strictObject({ kind: z.literal('derived'), from: z.string() }),
]);

/** `chidu-case/1` for cases that come from outside the program: libraries, services, files. */
export const CaseSchema = z.strictObject({
  format: z.literal('chidu-case/1'),
  violation: Id,
  actDate: Day,
  decisionDate: Day,
  discovered: z.optional(Day),
  graveHarm: z.optional(z.boolean()),
  party: z.strictObject({
    kind: z.enum(['individual', 'entity']),
    age: z.optional(z.int().check(z.minimum(0))),
  }),
  facts: z.record(Id, z.union([Integer, z.boolean(), z.string()])),
  grounds: z.optional(z.array(Id)),
  factors: z.record(Id, Id),
  elect: z.optional(z.strictObject({ tier: Tier, reason: z.string() })),
  refunded: z.optional(Fen),
  noticed: z.optional(
    z.strictObject({
      fine: z.nullable(Fen),
      kinds: z.array(PenaltyKind),
      facts: z.array(z.tuple([Integer, Integer])),
      factors: z.array(z.tuple([Integer, Integer, Integer])),
    }),
  ),
  origins: z.optional(z.record(Id, Origin)),
});

/**
 * A case typed, or every fault of its shape by JSON pointer (`schema`, `missing-field`, `unknown-field`). Whether its facts
 * mean anything, `assess` says.
 */
export function loadCase(value: unknown): Loaded<Case> {
  const parsed = CaseSchema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data as Case };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}
