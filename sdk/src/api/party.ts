import * as z from 'zod/mini';
import { LogPlace } from './issue.ts';
import { ObjectionNumber, PartyObjection, Remedy } from './objection.ts';
import { CodeId, CodeText, Day, Instant, line } from './scalars.ts';

/** Whoever brings the code. In the body, never in an address: addresses stand in access logs. */
export const Held = z.strictObject({
  code: CodeText,
  /** Numbers off the receipts: the code is also known to the authority, and an objection is shown by it alone only later. */
  numbers: z.optional(z.array(ObjectionNumber).check(z.maxLength(100))),
});

/**
 * What became of a code and of the objections raised with it: those whose number was sent, and those that were routed to the
 * authority or are closed. Until then an objection is unseen by whoever has only the code.
 */
export const CodeView = z.strictObject({
  codeId: CodeId,
  /** 案号, which the code itself does not hold: the party needs it for whoever keeps the file. */
  caseNumber: z.optional(z.string()),
  status: z.enum(['valid', 'withdrawn', 'superseded', 'decided-differently']),
  issued: Day,
  /** Where the entries of this code lie in the log; `kind` as in the leaf. */
  entries: z.array(z.strictObject({ kind: z.string(), at: Instant, place: LogPlace })),
  /** When somebody who holds the code first asked about it. That may be the authority itself: it proves no service. */
  firstViewedAt: z.nullable(Instant),
  /** What was decided, where the decision is another one than the notice said. */
  decision: z.nullable(
    z.strictObject({
      document: z.string(),
      decided: Day,
      differs: z.enum(['same', 'lighter', 'other']),
    }),
  ),
  remedy: z.nullable(Remedy),
  objections: z.array(PartyObjection),
});
export type CodeView = z.infer<typeof CodeView>;

/** `tlog-proof` texts of the code's entries, the oldest first. */
export const Proofs = z.strictObject({
  proofs: z.array(z.strictObject({ kind: z.string(), place: LogPlace, proof: z.string() })),
});
export type Proofs = z.infer<typeof Proofs>;

/** 详情文书 is for the party: asked for by name and full id number or credit code, as on the paper. */
export const DetailRequest = z.strictObject({
  code: CodeText,
  name: line(120),
  idNumber: line(40),
});

/**
 * One shape for every answer: `content` is null where the code is none, has no document, the name or number is another
 * one, or too many have been tried. Which of these it was is not said and not to be told by the time taken.
 */
export const Detail = z.strictObject({
  content: z.nullable(z.string()),
  type: z.nullable(z.string()),
});
export type Detail = z.infer<typeof Detail>;

/** What a reader types off the paper. */
export const LookupQueryParts = z.strictObject({ document: line(200), checkCode: line(60) });
