import * as z from 'zod/mini';
import { type Figure, type FigureDefinition, share } from '../figure.ts';
import { grouped } from '../grouped.ts';
import { CreditCode } from '../organisation.ts';

/**
 * 事后评价: what the inspected says afterwards. The ticket is drawn for one inspection by the supervision body and handed over at its
 * end; who holds which ticket is known to nobody who reads ratings, and a rating names neither inspection nor day.
 */
export const Rating = z.strictObject({
  format: z.literal('chidu-inspection-rating/1'),
  /** SHA-256 of the ticket, hex. */
  ticket: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  authority: CreditCode,
  month: z.string().check(z.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/)),
  /** 1 很不满意 to 5 很满意. */
  score: z.int().check(z.minimum(1), z.maximum(5)),
});
export type Rating = z.infer<typeof Rating>;

export const RATING_FIGURE = {
  id: 'inspections.satisfied',
  label: { zh: '检查满意率', en: 'Satisfied with the inspection' },
  formula: {
    zh: '四分以上的评价÷全部有效评价；不足设定数量的不公布',
    en: 'ratings of four and five ÷ all that count; fewer than the set number are not shown',
  },
  counts: 'entry',
} as const satisfies FigureDefinition;

export interface Ratings {
  /** By authority and month, where there are enough. Sources are ratings in an order of their own. */
  readonly figures: readonly Figure[];
  /** Authorities and months with too few to show, with how many. */
  readonly hidden: readonly {
    readonly authority: string;
    readonly month: string;
    readonly ratings: number;
  }[];
  /** Where so many were low that somebody looks: a question, and no finding against an officer. */
  readonly reviews: readonly { readonly authority: string; readonly month: string }[];
  /** Tickets that were not given out, and second ratings of one: they do not count. */
  readonly refused: { readonly unknown: number; readonly twice: number };
}

/**
 * Ratings that count: one for each ticket that was given out, the first. An authority sees them only together, never fewer than
 * `k`, so that it cannot tell who said what.
 */
export function ratingsOf(
  ratings: readonly Rating[],
  {
    tickets,
    k,
    lowShare,
  }: {
    /** SHA-256 of every ticket that was given out. */
    readonly tickets: ReadonlySet<string>;
    readonly k: number;
    /** Share of ones and twos from which on it is looked into, basis points. */
    readonly lowShare: number;
  },
): Ratings {
  const seen = new Set<string>();
  let [unknown, twice] = [0, 0];
  const counted: Rating[] = [];
  for (const rating of ratings) {
    if (!tickets.has(rating.ticket)) unknown += 1;
    else if (seen.has(rating.ticket)) twice += 1;
    else counted.push(rating);
    seen.add(rating.ticket);
  }
  const groups = grouped(counted, ({ authority, month }) => `${authority} ${month}`).map(
    ([key, of]) => {
      const [authority = '', month = ''] = key.split(' ');
      return { authority, month, of };
    },
  );
  const enough = groups.filter(({ of }) => of.length >= k);
  return {
    figures: enough.map(({ authority, month, of }) => {
      // By score, and numbered anew: neither ticket nor order of arrival comes through.
      const numbered = of.map(({ score }) => score).sort((a, b) => b - a);
      const ids = numbered.map((_, i) => `${authority}/${month}/${i + 1}`);
      return share(RATING_FIGURE, {
        part: ids.slice(0, numbered.filter((score) => score >= 4).length),
        of: ids,
        scope: { authority, month },
      });
    }),
    hidden: groups
      .filter(({ of }) => of.length < k)
      .map(({ authority, month, of }) => ({ authority, month, ratings: of.length })),
    reviews: enough
      .filter(
        ({ of }) => of.filter(({ score }) => score <= 2).length * 10_000 >= lowShare * of.length,
      )
      .map(({ authority, month }) => ({ authority, month })),
    refused: { unknown, twice },
  };
}
