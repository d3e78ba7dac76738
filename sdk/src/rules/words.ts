import * as z from 'zod/mini';

/** A text shown to people: Chinese always, English where it has been written. */
export const Wording = z.strictObject({ zh: z.string(), en: z.optional(z.string()) });
export type Wording = z.infer<typeof Wording>;

/** An integer that JSON and JavaScript both carry exactly. */
export const Integer = z.int();
/** Money: whole fen, never negative. */
export const Fen = z.int().check(z.minimum(0));
/** A positive number given once and never reused: it stands in signed codes. */
export const Numbered = z.int().check(z.minimum(1));
/** A calendar date `YYYY-MM-DD`; zod refuses days that do not exist. */
export const Day = z.iso.date();
/** Identifiers used as keys: lower camel case for facts, lower kebab case elsewhere. */
export const Id = z.string().check(z.regex(/^[a-z][A-Za-z0-9-]*$/));
/** An exact ratio, numerator over denominator: 0.3 is `[3, 10]`. */
export const Ratio = z.tuple([z.int().check(z.minimum(0)), z.int().check(z.minimum(1))]);
export type Ratio = z.infer<typeof Ratio>;

/** Article, paragraph and item of a dated text of law. */
export const Citation = z.strictObject({
  law: z.string(),
  article: z.int(),
  paragraph: z.optional(z.int()),
  item: z.optional(z.int()),
  /** The text meant, as the legislature names it: `2025-09-12修正`. */
  version: z.optional(z.string()),
});
export type Citation = z.infer<typeof Citation>;
