import * as z from 'zod/mini';
import { CodeId, Count, CreditCode, Instant, KeyId, prose, Sha256, Year } from './scalars.ts';

/**
 * 事件: one entry of the log with the part of its body that names nobody. Facts for oversight: what was issued, disputed,
 * answered, changed, and who signed. `data` is null where the body was lawfully erased.
 */
export const LogEvent = z.strictObject({
  authority: CreditCode,
  year: Year,
  index: Count,
  at: Instant,
  kind: z.string(),
  codeId: z.nullable(CodeId),
  refersTo: z.nullable(Count),
  /** Year of the log that `refersTo` counts in, where it is another than this one's. */
  refersToYear: z.optional(Year),
  role: z.string(),
  kid: z.nullable(KeyId),
  /** SHA-256(salt ‖ body), as in the leaf. */
  bodyHash: z.nullable(Sha256),
  data: z.nullable(z.record(z.string(), z.unknown())),
});
export type LogEvent = z.infer<typeof LogEvent>;

/** A page of events, the oldest first; `next` is the index to ask from. */
export const EventPage = z.strictObject({ events: z.array(LogEvent), next: Count });
export type EventPage = z.infer<typeof EventPage>;

/**
 * 依法删除: the body and salt of an entry, and the rows made of it, are deleted; the entry itself stays, and so does that
 * it was done, by whom and when.
 */
export const ErasureRequest = z.strictObject({
  format: z.literal('chidu-erasure/1'),
  authority: CreditCode,
  year: Year,
  index: Count,
  /** The law or order it follows. */
  ground: prose(400),
});
