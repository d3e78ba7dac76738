import * as z from 'zod/mini';

/** Lower-case hexadecimal of exactly so many bytes. */
export const hexOf = (bytes: number): z.ZodMiniString<string> =>
  z.string().check(z.regex(new RegExp(`^[0-9a-f]{${2 * bytes}}$`)));

/**
 * One line of text: no control characters and no half surrogate pairs, which neither JSON readers nor databases agree
 * about.
 */
export const line = (most: number): z.ZodMiniString<string> =>
  z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^[^\p{Cc}\p{Cs}]*$/u));

/** Text of several lines. */
export const prose = (most: number): z.ZodMiniString<string> =>
  z.string().check(z.minLength(1), z.maxLength(most), z.regex(/^(?:[^\p{Cc}\p{Cs}]|\n)*$/u));

/** Base64 (RFC 4648, padded) of at most so many bytes. */
export const base64 = (bytes: number): z.ZodMiniString<string> =>
  z
    .string()
    .check(
      z.maxLength(4 * Math.ceil(bytes / 3)),
      z.regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/),
    );

/** One of the names of a table. */
export const named = <K extends string>(of: Readonly<Record<K, unknown>>) =>
  z.enum(Object.keys(of) as [K, ...K[]]);

/** How many rows a page is to have at most, 1 to 1,000: query values arrive as text. */
export const pageLimit = z.optional(z.string().check(z.regex(/^(?:[1-9]\d{0,2}|1000)$/)));

/** Unified social credit code (GB 32100): what an authority is known by. */
export const CreditCode = z.string().check(z.regex(/^[0-9A-Z]{18}$/));
/** 案件编号: the number of the case in its own system. Nothing here can be done without one. */
export const CaseNumber = line(80);
/** 文号 as printed. */
export const DocumentNumber = line(80);
/** SHA-256 of what a code signs. It names a code and opens nothing: ids stand in the public log. */
export const CodeId = hexOf(32);
/** `1<digits>` as printed. Whoever brings it holds the notice, or a photo of it. */
export const CodeText = z.string().check(z.regex(/^1[0-9]{40,3400}$/));
/** 核验码, `dddd-dddd-dddd`. */
export const CheckCode = z.string().check(z.regex(/^\d{4}-\d{4}-\d{4}$/));
/** First 8 bytes of SHA-256 of a public key. */
export const KeyId = hexOf(8);
export const Sha256 = hexOf(32);
/** `YYYY-MM-DD`; zod refuses days that do not exist. */
export const Day = z.iso.date();
/** RFC 3339, UTC. */
export const Instant = z.iso.datetime();
export const Fen = z.int().check(z.minimum(0));
export const Count = z.int().check(z.minimum(0));
/** A number given once: of a factor, an option, a fact. */
export const Numbered = z.int().check(z.minimum(1));
/** An item of a pack of the four lists, `jinan-lists/102`: chidu-lists/1, `id` and `number`. */
export const ListItemId = z
  .string()
  .check(z.maxLength(100), z.regex(/^[a-z][A-Za-z0-9-]*\/[1-9][0-9]{0,8}$/));
/** The year of a log, `2026`. */
export const Year = z.int().check(z.minimum(2000), z.maximum(9999));
/** 行政处罚法 9: formats/supervision-code.md, label 13. */
export const Kinds = z.array(z.int().check(z.minimum(1), z.maximum(14))).check(z.maxLength(14));
