import * as z from 'zod/mini';
import { Count, CreditCode, Day, line, Year } from './scalars.ts';

const Words = z.strictObject({ zh: z.string(), en: z.string() });

/** Which cases are counted: all that the caller may see where a member is left out. */
const filter = {
  /** Credit codes; for a unit those of its branch. */
  authorities: z.optional(z.array(CreditCode).check(z.minLength(1), z.maxLength(2000))),
  /** Days, [from, to), in which the first entry of a case lies. */
  from: z.optional(Day),
  to: z.optional(Day),
  violation: z.optional(line(80)),
};

export const FiguresRequest = z.strictObject({
  format: z.literal('chidu-figures-request/1'),
  ...filter,
});
export type FiguresRequest = z.infer<typeof FiguresRequest>;

/** 指标 as `Figure` has it, without what it counts: `FigureIdsRequest` asks for that page by page. */
export const CountedFigure = z.strictObject({
  id: z.string(),
  definition: z.strictObject({ id: z.string(), label: Words, formula: Words, counts: z.string() }),
  scope: z.record(z.string(), z.string()),
  numerator: Count,
  denominator: z.nullable(Count),
  bp: z.nullable(z.int()),
});
export type CountedFigure = z.infer<typeof CountedFigure>;

/** Figures, and how far the logs behind them are read: of `size` entries the first `next` are counted. */
export const FiguresAnswer = z.strictObject({
  figures: z.array(CountedFigure),
  read: z.array(z.strictObject({ authority: CreditCode, year: Year, next: Count, size: Count })),
  /** Entries that could not be used. */
  unread: Count,
});
export type FiguresAnswer = z.infer<typeof FiguresAnswer>;

export const FigureIdsRequest = z.strictObject({
  format: z.literal('chidu-figure-ids-request/1'),
  ...filter,
  /** Id of a figure, and whether what its numerator or what its denominator counts. */
  figure: line(200),
  part: z.enum(['in', 'of']),
  /** `next` of the page before. */
  after: z.optional(line(80)),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(1000))),
});
export type FigureIdsRequest = z.infer<typeof FigureIdsRequest>;

/** Ids in the order of the figure; `next` is where to go on, null on the last page. */
export const FigureIds = z.strictObject({
  ids: z.array(z.string()),
  next: z.nullable(z.string()),
});
export type FigureIds = z.infer<typeof FigureIds>;
