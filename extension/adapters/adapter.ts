import * as z from 'zod/mini';

/**
 * An adapter says how one legacy system is read: data, never code. One file, reviewed as one, with its own sample
 * pages and what must be read from them. Checked once by the background script; page-side code imports the types only.
 */

const Wording = z.strictObject({ zh: z.string(), en: z.string() });
const Id = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]*$/));
const Words = z.array(z.string().check(z.minLength(1))).check(z.minLength(1));

/** Tried in the order given; see `judge/judge-page.ts` for what happens when two disagree. */
export const Locator = z.discriminatedUnion('by', [
  /** `under`: a title that must stand over the label, where the page repeats the label (名称 of whom?). */
  z.strictObject({ by: z.literal('label'), text: Words, under: z.optional(Words) }),
  z.strictObject({ by: z.literal('name'), name: z.string().check(z.minLength(1)) }),
  z.strictObject({ by: z.literal('path'), path: z.string().check(z.minLength(1)) }),
  /** A regular expression over the page's text without white space; its one group is the value. For running text. */
  z.strictObject({ by: z.literal('sentence'), pattern: z.string().check(z.minLength(1)) }),
]);
export type Locator = z.infer<typeof Locator>;

/** What a value must be to count as found. A hit that fails it is refused, never bent into shape. */
export const ValueCheck = z.discriminatedUnion('as', [
  /** `pattern` is a regular expression that the whole value must match. */
  z.strictObject({ as: z.literal('text'), pattern: z.optional(z.string()) }),
  z.strictObject({ as: z.literal('fen') }),
  z.strictObject({ as: z.literal('day') }),
  z.strictObject({ as: z.literal('count') }),
  /** The page's words and what they mean to us. */
  z.strictObject({ as: z.literal('choice'), values: z.record(z.string(), z.string()) }),
  z.strictObject({ as: z.literal('bool'), yes: Words, no: Words }),
]);
export type ValueCheck = z.infer<typeof ValueCheck>;

/** The canonical fields of a case page; `facts.<id>` is a fact of the statute book. */
export const FieldId = z.union([
  z.enum([
    'caseNumber',
    'caseName',
    'documentNumber',
    'decisionNumber',
    'party',
    'partyKind',
    'partyAge',
    'partyCode',
    'legalRepresentative',
    'address',
    'violation',
    'cause',
    'illegalFacts',
    'evidence',
    'violatedBasis',
    'penaltyBasis',
    'penaltyKind',
    'penaltyContent',
    'reasons',
    'caseSource',
    'stage',
    'officers',
    'department',
    'foundDate',
    'actDate',
    'filedDate',
    'investigationDate',
    'reviewDate',
    'noticeDate',
    'noticeServiceDate',
    'hearingDate',
    'decisionDate',
    'serviceDate',
    'paidDate',
    'closedDate',
    'fine',
    'confiscated',
  ]),
  z.templateLiteral(['facts.', Id]),
]);
export type FieldId = z.infer<typeof FieldId>;

export const AdapterField = z.strictObject({
  field: FieldId,
  check: ValueCheck,
  locators: z.array(Locator).check(z.minLength(1)),
  /** The officer may have a text written into it: at a click, never by itself. */
  write: z.optional(z.literal(true)),
});
export type AdapterField = z.infer<typeof AdapterField>;

/** Where the code goes on a notice: at the one element that this names, or at the end of the paper. */
export const Slot = z.discriminatedUnion('by', [
  z.strictObject({ by: z.literal('text'), text: Words, place: z.enum(['before', 'after']) }),
  z.strictObject({
    by: z.literal('path'),
    path: z.string(),
    place: z.enum(['before', 'after', 'inside']),
  }),
  z.strictObject({ by: z.literal('end') }),
]);
export type Slot = z.infer<typeof Slot>;

export const AdapterPage = z.strictObject({
  id: Id,
  kind: z.enum(['case', 'notice']),
  /** Of path and query, `*` for anything. A window filled by document.write has no address of its own: it is known by `text`. */
  path: z.optional(z.string()),
  /** Every one must stand in the page; `案号|案件编号` stands for either. */
  text: Words,
  fields: z.array(AdapterField),
  /** Other labels that the page prints: what stands beside a label is never one of them. */
  labels: z.optional(Words),
  slot: z.optional(Slot),
});
export type AdapterPage = z.infer<typeof AdapterPage>;

export const Adapter = z.strictObject({
  format: z.literal('chidu-adapter/1'),
  id: Id,
  version: z.string(),
  title: Wording,
  /** Match patterns of the addresses that are read; nothing else is ever touched. */
  matches: z
    .array(
      z.string().check(z.regex(/^https?:\/\/(?:\*\.)?[A-Za-z0-9.-]+(?::(?:\d{1,5}|\*))?\/.*$/)),
    )
    .check(z.minLength(1)),
  pages: z.array(AdapterPage).check(z.minLength(1)),
  /** Sample pages beside the adapter, and what must be read from each. */
  samples: z.array(
    z.strictObject({
      file: z.string(),
      page: Id,
      reads: z.record(z.string(), z.union([z.string(), z.int(), z.boolean()])),
    }),
  ),
});
export type Adapter = z.infer<typeof Adapter>;
