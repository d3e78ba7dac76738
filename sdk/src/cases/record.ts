import * as z from 'zod/mini';
import { type Loaded, PenaltyKind, Tier } from '../rules/index.ts';
import { schemaIssues } from '../rules/schema-issues.ts';
import { Citation, Day, Fen, Id } from '../rules/words.ts';
import { RECORD_LEVELS } from './levels.ts';

/**
 * `chidu-case-record/1`: one decided case in a library. An absent field is unknown, which is not the same as none: a
 * case without `fine` may have had one, a case with `fine: 0` had none.
 */
export const CaseRecord = z.strictObject({
  format: z.literal('chidu-case-record/1'),
  /** Unique in its library and the same at every import of the same case. */
  id: z.string().check(z.minLength(1), z.maxLength(200)),
  title: z.optional(z.string()),
  /** 违法事实: what was found, names of natural persons masked. */
  facts: z.string().check(z.minLength(1)),
  /** 处罚依据, as the decision words it. */
  basis: z.optional(z.string()),
  /** 处罚内容, as the decision words it. */
  decision: z.optional(z.string()),
  /** Document number of the decision (决定书文号). */
  number: z.optional(z.string()),
  /** Id of the statute entry; absent where the source does not settle it. */
  violation: z.optional(Id),
  /** What the decision cites, in its order. */
  statutes: z.array(Citation),
  /** 罚款, confiscated gains and goods, 货值 or 案值: whole fen. */
  fine: z.optional(Fen),
  confiscated: z.optional(Fen),
  value: z.optional(Fen),
  /** Kinds of penalty that were imposed. */
  kinds: z.optional(z.array(PenaltyKind)),
  /** Factor id → option id. */
  factors: z.record(Id, Id),
  tier: z.optional(Tier),
  /** End of the act and day of the decision. */
  actDate: z.optional(Day),
  decisionDate: z.optional(Day),
  /** First day in force of the text of law that was applied. */
  lawVersion: z.optional(Day),
  authority: z.optional(z.string()),
  /** Division of the authority: six digits of GB/T 2260. */
  region: z.optional(z.string().check(z.regex(/^[1-9]\d{5}$/))),
  level: z.optional(z.enum(RECORD_LEVELS)),
  /** `name` is masked unless the party is an entity whose name is public. */
  party: z.optional(
    z.strictObject({
      kind: z.optional(z.enum(['individual', 'sole-trader', 'entity'])),
      name: z.optional(z.string()),
    }),
  ),
  /** Published as a guiding case (指导性案例). */
  guiding: z.optional(z.boolean()),
  /** Where the record comes from: a data set or file, the place in it, an address. */
  source: z.strictObject({
    name: z.string(),
    at: z.optional(z.string()),
    url: z.optional(z.string()),
  }),
});
export type CaseRecord = z.infer<typeof CaseRecord>;

/** A record typed, or every fault by JSON pointer: `schema`, `missing-field`, `unknown-field`. */
export function loadRecord(value: unknown): Loaded<CaseRecord> {
  const parsed = CaseRecord.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}
