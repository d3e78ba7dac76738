import * as z from 'zod/mini';
import type { Loaded } from '../../rules/index.ts';
import { schemaIssues } from '../../rules/schema-issues.ts';
import { Day, Numbered } from '../../rules/words.ts';
import { INSTRUMENTS } from '../events/event-data.ts';
import { CreditCode } from '../organisation.ts';
import { SITUATIONS, SUPERVISION_STATES, SUPERVISION_STEPS } from './flow.ts';

const names = <K extends string>(of: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(of) as [K, ...K[]]);
/** Neither control characters nor half surrogate pairs, about which neither JSON readers nor databases agree. */
export const Line = z
  .string()
  .check(z.minLength(1), z.maxLength(200), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));
export const Prose = z
  .string()
  .check(z.minLength(1), z.maxLength(4000), z.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u));

/** 证据: what it is, from where, its hash, and through whose hands it went (保管链), the earliest first. */
export const SupervisionEvidence = z.strictObject({
  number: Numbered,
  what: Line,
  source: Line,
  obtained: Day,
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  custody: z.array(z.strictObject({ on: Day, by: Line })).check(z.minLength(1)),
});
export type SupervisionEvidence = z.infer<typeof SupervisionEvidence>;

/** 清单事项: numbered for ever, with an owner and a day; closed by evidence and by nothing else. */
export const ListItem = z.strictObject({
  number: Numbered,
  text: Line,
  /** Unit that is to do it. */
  owner: Line,
  due: Day,
  /** Numbers of the evidence that shows it done; null while it is open. */
  closed: z.nullable(
    z.strictObject({ on: Day, evidence: z.array(Numbered).check(z.minLength(1)) }),
  ),
});
export type ListItem = z.infer<typeof ListItem>;

/** 配合单位、牵头单位: a body by its credit code and name. */
const Body = z.strictObject({ code: CreditCode, name: Line });

/** 监督主次: one body leads a matter at a time, others support it. */
export const Bodies = z.strictObject({
  lead: Body,
  support: z.array(Body).check(z.maxLength(20)),
});
export type Bodies = z.infer<typeof Bodies>;

/** What an instrument says: 认定, 理由, 决定, and the day of its service. */
export const Opinion = z.strictObject({
  instrument: z.enum(INSTRUMENTS),
  finding: Prose,
  reasoning: Prose,
  decision: Prose,
  /** 送达. */
  served: Day,
});
export type Opinion = z.infer<typeof Opinion>;

/** `chidu-supervision/1`: a supervision case whole. Its texts stay with those concerned; the log gets `EVENT_DATA`. */
export const SupervisionCase = z.strictObject({
  format: z.literal('chidu-supervision/1'),
  /** 监督案号. */
  id: z.string().check(z.minLength(1), z.maxLength(80)),
  /** Who supervises, by name, and whom. */
  supervisor: Line,
  authority: z.strictObject({
    code: CreditCode,
    name: Line,
  }),
  /** 案件编号, where it is about one case. */
  case: z.nullable(z.string().check(z.minLength(1), z.maxLength(80))),
  /** Ids of the supervision codes that it is about; absent where none is named. */
  codes: z.optional(
    z.array(z.string().check(z.regex(/^[0-9a-f]{64}$/))).check(z.minLength(1), z.maxLength(50)),
  ),
  situation: names(SITUATIONS),
  clue: z.nullable(z.string()),
  /** Who leads now; absent in cases that were kept before bodies were named. */
  bodies: z.optional(Bodies),
  /** The last one counts; the earlier ones are history. */
  opinions: z.array(Opinion).check(z.minLength(1)),
  /** Working days that were set last, counted from `from`, and the last of them. */
  days: z.int().check(z.minimum(1), z.maximum(180)),
  from: Day,
  /** Null: holidays of that year are not published yet; then the day is surely not before `bound`. */
  due: z.nullable(Day),
  bound: Day,
  items: z.array(ListItem),
  evidence: z.array(SupervisionEvidence),
  state: names(SUPERVISION_STATES),
  version: z.int().check(z.minimum(0)),
  /** Never shortened: what was closed and opened again stands here twice. */
  steps: z.array(
    z.strictObject({
      step: names(SUPERVISION_STEPS),
      on: Day,
      state: names(SUPERVISION_STATES),
      text: z.nullable(Prose),
      result: z.nullable(z.enum(['corrected', 'explained'])),
      evidence: z.array(Numbered),
      /** Of a change of bodies: those from then on. */
      bodies: z.optional(Bodies),
    }),
  ),
});
export type SupervisionCase = z.infer<typeof SupervisionCase>;

/** A supervision case typed, or every fault by JSON pointer. */
export function loadSupervision(value: unknown): Loaded<SupervisionCase> {
  const parsed = SupervisionCase.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, issues: schemaIssues(value, parsed.error) };
}
