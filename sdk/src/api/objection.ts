import * as z from 'zod/mini';
import { LogPlace } from './issue.ts';
import { OBJECTION_STATES, OBJECTION_STEPS } from './objection-flow.ts';
import {
  base64,
  CaseNumber,
  CodeId,
  CodeText,
  Count,
  CreditCode,
  Day,
  Instant,
  KeyId,
  line,
  Numbered,
  prose,
  Sha256,
} from './scalars.ts';

/** 争议事项: the one factor, clause or fact that is disputed, so that answers can be counted by it. */
export const Disputed = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('factor'), factor: Numbered }),
  z.strictObject({ kind: z.literal('fact'), fact: Numbered }),
  z.strictObject({
    kind: z.literal('clause'),
    law: line(80),
    article: Numbered,
    paragraph: z.optional(Numbered),
    item: z.optional(Numbered),
  }),
  z.strictObject({ kind: z.literal('amount') }),
  z.strictObject({ kind: z.literal('procedure') }),
]);
export type Disputed = z.infer<typeof Disputed>;

/** A file that stays with the party: its hash fixes what it was. */
export const Attachment = z.strictObject({
  sha256: Sha256,
  /** Bytes. */
  size: Count,
  /** Media type. */
  type: line(80),
});

/** What only the supervision body can open: `sealContact` of `@chidu/sdk/api/contact`. */
export const SealedContact = z.strictObject({
  format: z.literal('chidu-contact/1'),
  /** First 8 bytes of SHA-256 of the recipient's public key. */
  recipient: KeyId,
  /** HPKE (RFC 9180): encapsulated secret and ciphertext. */
  encapsulated: base64(65),
  ciphertext: base64(2048),
});
export type SealedContact = z.infer<typeof SealedContact>;

/** 提出异议: the party's own words to the supervision body. The handling officer does not see it until it is routed. */
export const ObjectionRequest = z.strictObject({
  format: z.literal('chidu-objection/1'),
  code: CodeText,
  disputed: z.array(Disputed).check(z.minLength(1), z.maxLength(12)),
  text: prose(4000),
  attachments: z.optional(z.array(Attachment).check(z.maxLength(20))),
  contact: z.optional(SealedContact),
});
export type ObjectionRequest = z.infer<typeof ObjectionRequest>;

/** 异议编号: sixteen digits that follow from the content. */
export const ObjectionNumber = z.string().check(z.regex(/^\d{4}-\d{4}-\d{4}-\d{4}$/));

const State = z.enum(Object.keys(OBJECTION_STATES) as [keyof typeof OBJECTION_STATES]);
const StepName = z.enum(Object.keys(OBJECTION_STEPS) as [keyof typeof OBJECTION_STEPS]);

/** Until when who must act. Null days: the holidays of that year are not published yet; not before `bound`. */
export const DueDay = z.strictObject({
  who: z.enum(['supervisor', 'authority']),
  day: z.nullable(Day),
  bound: Day,
  overdue: z.boolean(),
});

/** A remedy that runs: the objection is not worked on beside it (行政执法监督条例 33(3)). */
export const Remedy = z.enum(['reconsideration', 'suit']);

/** 回执. An objection stops no clock: `stopsNoClock` is there to be shown. */
export const Receipt = z.strictObject({
  number: ObjectionNumber,
  state: State,
  receivedAt: Instant,
  place: LogPlace,
  /** `tlog-proof` (C2SP): save it. It proves what was handed in without this service. */
  proof: z.string(),
  due: z.nullable(DueDay),
  /** The same content was handed in before; this is that receipt. */
  repeated: z.boolean(),
  stopsNoClock: z.literal(true),
  /** Reconsideration or a suit runs already: that is where it will be heard. */
  remedy: z.nullable(Remedy),
});
export type Receipt = z.infer<typeof Receipt>;

/** What a party keeps: what was handed in, where, and the receipt. The proof in it stands without the service. */
export const SavedReceipt = z.strictObject({
  format: z.literal('chidu-receipt/1'),
  /** Base address of the service. */
  service: z.string(),
  /** By the clock of the party's device. */
  handedIn: Instant,
  request: ObjectionRequest,
  receipt: Receipt,
});
export type SavedReceipt = z.infer<typeof SavedReceipt>;

/** What the party sees of an objection, by the same code. */
export const PartyObjection = z.strictObject({
  number: ObjectionNumber,
  disputed: z.array(Disputed),
  state: State,
  receivedAt: Instant,
  due: z.nullable(DueDay),
  /** Passed on to the next level because a period ran out. */
  escalated: z.boolean(),
  remedy: z.nullable(Remedy),
  steps: z.array(z.strictObject({ step: z.string(), at: Instant, place: LogPlace })),
  answer: z.nullable(z.strictObject({ at: Instant, result: line(40), text: z.string() })),
});
export type PartyObjection = z.infer<typeof PartyObjection>;

/** A row of the queue: what is disputed, how old, whose turn. No text and no contact. */
export const QueueRow = z.strictObject({
  number: ObjectionNumber,
  authority: CreditCode,
  caseNumber: CaseNumber,
  codeId: CodeId,
  disputed: z.array(Disputed),
  state: State,
  receivedAt: Instant,
  due: z.nullable(DueDay),
  escalated: z.boolean(),
  remedy: z.nullable(Remedy),
  /** A remedy that the authority alone reports: it stops no step until the supervision body has confirmed it. */
  remedyReported: z.nullable(Remedy),
  /** The contact is sealed for another key than the one handed out now: it may not open. False for all but the supervisor. */
  contactOfOtherKey: z.boolean(),
});
export type QueueRow = z.infer<typeof QueueRow>;

/** How an answer comes out. */
export const ANSWER_RESULTS = ['upheld', 'partly-upheld', 'not-upheld'] as const;

/** One step on an objection, by a person who signs for it. Which step needs what: `OBJECTION_STEPS` and the service. */
export const StepRequest = z.strictObject({
  format: z.literal('chidu-objection-step/1'),
  authority: CreditCode,
  step: StepName,
  /** Version that was read: a change in between is refused, not overwritten. */
  version: Count,
  text: z.optional(prose(4000)),
  /** `answer`. */
  result: z.optional(z.enum(ANSWER_RESULTS)),
  /** `route`: one officer's key, where not the head is to answer. */
  to: z.optional(KeyId),
  /** `order`: 督办函, 意见书, 决定书 (行政执法监督条例 26 to 29). */
  instrument: z.optional(z.enum(['督办函', '意见书', '决定书'])),
  /** `order`, `return`: working days to correct. */
  days: z.optional(z.int().check(z.minimum(1), z.maximum(180))),
  /** `report`: hashes of what shows the correction. */
  evidence: z.optional(z.array(Attachment).check(z.maxLength(20))),
  /** `steer`. */
  remedy: z.optional(Remedy),
});
export type StepRequest = z.infer<typeof StepRequest>;

/** An objection whole, for those who may read it. `contact` only for the supervision body. */
export const ObjectionFile = z.strictObject({
  ...QueueRow.shape,
  version: Count,
  text: z.string(),
  attachments: z.array(Attachment),
  contact: z.nullable(SealedContact),
  routedTo: z.nullable(KeyId),
  place: LogPlace,
  steps: z.array(
    z.strictObject({
      step: z.string(),
      at: Instant,
      role: z.string(),
      kid: z.nullable(KeyId),
      state: State,
      text: z.nullable(z.string()),
      data: z.record(z.string(), z.unknown()),
      place: LogPlace,
    }),
  ),
});
export type ObjectionFile = z.infer<typeof ObjectionFile>;

/** To whom contacts are sealed: a signed text (`chidu-recipient/1`) whose signer is a listed `supervisor` key. */
export const Recipient = z.strictObject({
  format: z.literal('chidu-recipient/1'),
  authority: CreditCode,
  /** Name of the supervision body. */
  name: line(80),
  suite: z.literal('DHKEM(P-256, HKDF-SHA256), HKDF-SHA256, AES-128-GCM'),
  /** Uncompressed point, hex. */
  publicKey: hexOfPoint(),
  notAfter: Day,
});
export type Recipient = z.infer<typeof Recipient>;

function hexOfPoint(): z.ZodMiniString<string> {
  return z.string().check(z.regex(/^04[0-9a-f]{128}$/));
}
