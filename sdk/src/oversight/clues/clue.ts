import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Id } from '../../rules/words.ts';
import { CHANNELS, RISKS } from '../events/event-data.ts';
import { CreditCode } from '../organisation.ts';

/** What a clue is about, as far as a source settles it: an absent member is unknown. */
export const About = z.strictObject({
  /** Credit code of the authority. */
  authority: z.optional(CreditCode),
  /** 案件编号 or 文号 of the case. */
  case: z.optional(z.string().check(z.minLength(1), z.maxLength(80))),
  violation: z.optional(Id),
  /** Six digits of GB/T 2260. */
  region: z.optional(z.string().check(z.regex(/^[1-9]\d{5}$/))),
});
export type About = z.infer<typeof About>;

/** 来源: one report of the matter. */
export const ClueSource = z.strictObject({
  channel: z.enum(CHANNELS),
  /** Name of the feed. */
  name: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Its number there: the same report comes in once. */
  number: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Day by the count of the source. */
  on: Day,
  text: z.string().check(z.minLength(1), z.maxLength(4000)),
  about: About,
});
export type ClueSource = z.infer<typeof ClueSource>;

/**
 * `chidu-clue/1`, 线索: one matter with every report of it. Its texts stay with the supervision body; the log is told
 * what `EVENT_DATA.clue` holds and nothing more.
 */
export const Clue = z.strictObject({
  format: z.literal('chidu-clue/1'),
  /** One for the matter. */
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Every report, the earliest first. */
  sources: z.array(ClueSource).check(z.minLength(1)),
  /** What the reports agree on; where two differ the earlier stands, and the later one is in its source. */
  about: About,
  level: z.strictObject({
    /** Worked out, with the rule that gave it; kept beside whatever a person says. */
    byRule: z.strictObject({ level: z.enum(RISKS), rule: z.string() }),
    byPerson: z.nullable(
      z.strictObject({ level: z.enum(RISKS), reason: z.string(), kid: z.string(), on: Day }),
    ),
  }),
  /** Counts up with every change: whoever acts says which one was read. */
  version: z.int().check(z.minimum(0)),
  state: z.enum([
    'pooled',
    'claimed',
    'assigned',
    'transferred',
    'working',
    'settled',
    'unfounded',
    'merged',
  ]),
  /** Unit that has it; null in the pool and at the end. */
  unit: z.nullable(z.string()),
  work: z.nullable(z.enum(['special', 'joint'])),
  /** The clue it is one matter with. */
  into: z.nullable(z.string()),
});
export type Clue = z.infer<typeof Clue>;
export type ClueState = Clue['state'];

/** The level that counts: a person's where one was given. */
export const levelOf = ({ level }: Pick<Clue, 'level'>): Clue['level']['byRule']['level'] =>
  level.byPerson?.level ?? level.byRule.level;

/** A clue typed, or every fault by JSON pointer. */
export function loadClue(value: unknown): Loaded<Clue> {
  const parsed = Clue.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}
