import * as z from 'zod/mini';
import {
  base64,
  CaseNumber,
  CheckCode,
  CodeId,
  CodeText,
  Count,
  CreditCode,
  Day,
  DocumentNumber,
  Fen,
  hexOf,
  Instant,
  KeyId,
  Kinds,
  ListItemId,
  line,
  Numbered,
  prose,
  Sha256,
  Year,
} from './scalars.ts';

/** The lawful range after the tier, fen, both ends included. */
const Range = z.strictObject({ min: Fen, max: Fen });

/**
 * 签发: the officer's request. Facts and choices are what counts; `seen` is what the officer's desk showed, and the
 * service, which works everything out again from the facts, refuses where the two differ.
 */
export const IssueRequest = z.strictObject({
  format: z.literal('chidu-issue/1'),
  authority: CreditCode,
  caseNumber: CaseNumber,
  document: DocumentNumber,
  /** 1 告知书, 2 听证告知书, 3 决定书, 4 当场处罚决定书. */
  documentKind: z.int().check(z.minimum(1), z.maximum(4)),
  /** SHA-256 of the canonical Rule. */
  rule: Sha256,
  violation: line(80),
  /** [fact number, integer value]: those that the range depends on. */
  facts: z.array(z.tuple([Numbered, z.int()])).check(z.maxLength(40)),
  /** [factor number, option number], in the order of the factors. */
  factors: z.array(z.tuple([Numbered, Numbered])).check(z.maxLength(60)),
  /** 1 不予, 2 减轻, 3 从轻, 4 一般, 5 从重: the tier assessed, or elected where a 可以 ground allows it. */
  tier: z.int().check(z.minimum(1), z.maximum(5)),
  fine: z.optional(Fen),
  kinds: z.optional(Kinds),
  seen: z.strictObject({ points: z.nullable(z.int()), range: z.nullable(Range) }),
  /** Items of the four lists that applied, as `pack/number`: what the authority counts, and no part of the arithmetic. */
  listItems: z.optional(z.array(ListItemId).check(z.maxLength(20))),
  /** Where the fine is not the suggestion: the reason, kept and counted. */
  departure: z.optional(z.strictObject({ suggested: Fen, reason: prose(1000) })),
  /** Last day for statements and a hearing request, where the day of service is known. */
  replyBy: z.optional(Day),
  channels: z.optional(z.array(Count).check(z.maxLength(20))),
  /** The party, as a commitment only (formats/supervision-code.md, label 15); the service keeps the salt. */
  party: z.optional(z.strictObject({ commitment: hexOf(16), salt: hexOf(8) })),
  /** The detail document, given to whoever names the party: at most 256 KiB. Needs `party`. */
  detail: z.optional(z.strictObject({ type: line(80), content: base64(262_144) })),
  /** The live code of this case that the new one takes the place of; `handed-over` where it is another officer's. */
  replaces: z.optional(
    z.strictObject({
      codeId: CodeId,
      why: z.enum(['reissued', 'corrected', 'handed-over']),
      reason: prose(1000),
    }),
  ),
});
export type IssueRequest = z.infer<typeof IssueRequest>;

/** What does not stop a code and has to be seen all the same. */
export const ISSUE_FLAGS = [
  /** No 执法证 is registered for this key: whether it is in order is not known. */
  'certificate-unknown',
  'certificate-ends-soon',
  /** The benchmark is a sample and no authority's own. */
  'sample-benchmark',
  /** The fine is not the suggestion. */
  'departure',
] as const;

/** Where an entry stands in the log. */
export const LogPlace = z.strictObject({ authority: CreditCode, year: Year, index: Count });
export type LogPlace = z.infer<typeof LogPlace>;

/** 监督码, issued: `text` goes into the symbol, the log holds the entry already. */
export const Issued = z.strictObject({
  codeId: CodeId,
  checkCode: CheckCode,
  text: CodeText,
  /** Day of issue by the calendar of China: it is in the code. */
  issued: Day,
  at: Instant,
  statusIndex: Count,
  place: LogPlace,
  /** `tlog-proof`: the entry lies in a signed checkpoint. */
  proof: z.string(),
  flags: z.array(z.enum(ISSUE_FLAGS)),
  /** The code that is no longer live because of this one. */
  replaced: z.nullable(CodeId),
});
export type Issued = z.infer<typeof Issued>;

/** 撤回. */
export const Withdrawal = z.strictObject({
  format: z.literal('chidu-withdrawal/1'),
  authority: CreditCode,
  reason: prose(1000),
});

/** 作出决定: what was decided on a notice. What differs from the notice is said; nothing heavier can follow it. */
export const Decision = z.strictObject({
  format: z.literal('chidu-decision/1'),
  authority: CreditCode,
  document: DocumentNumber,
  /** `none`: no penalty (不予处罚 or the case was closed). */
  outcome: z.enum(['penalty', 'none']),
  tier: z.int().check(z.minimum(1), z.maximum(5)),
  fine: z.optional(Fen),
  kinds: Kinds,
  decided: Day,
  /** Why it is another one than the notice said; needed where it is. */
  reason: z.optional(prose(1000)),
});

/** 裁量监督码 as the authority's own people see it. */
export const CodeRow = z.strictObject({
  codeId: CodeId,
  checkCode: CheckCode,
  caseNumber: CaseNumber,
  document: DocumentNumber,
  documentKind: z.int(),
  issued: Day,
  status: z.enum(['valid', 'withdrawn', 'superseded', 'decided-differently']),
  live: z.boolean(),
  kid: KeyId,
  place: LogPlace,
});

/** What an act left behind. `changed`: the code's status is another one now. */
export const Acted = z.strictObject({
  place: LogPlace,
  at: Instant,
  status: z.optional(z.enum(['valid', 'withdrawn', 'superseded', 'decided-differently'])),
  /** For a decision: how it stands to the notice. */
  differs: z.optional(z.enum(['same', 'lighter', 'other'])),
});
export type Acted = z.infer<typeof Acted>;
