import * as z from 'zod/mini';
import { Id, Numbered } from '../../rules/words.ts';
import type { DisputedPoint } from '../events/event-data.ts';

/**
 * 争议点 in one violation: an article, a factor, an option that was chosen, a fact, the amount, the procedure. Numbers are those of
 * the Rule, given once and never used again.
 */
export const Point = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('clause'),
    violation: Id,
    law: z.string(),
    article: Numbered,
    paragraph: z.optional(Numbered),
    item: z.optional(Numbered),
  }),
  z.strictObject({ kind: z.literal('factor'), violation: Id, factor: Numbered }),
  z.strictObject({ kind: z.literal('option'), violation: Id, factor: Numbered, option: Numbered }),
  z.strictObject({ kind: z.literal('fact'), violation: Id, fact: Numbered }),
  z.strictObject({ kind: z.literal('amount'), violation: Id }),
  z.strictObject({ kind: z.literal('procedure'), violation: Id }),
]);
export type Point = z.infer<typeof Point>;

/** One spelling of a point: a key for maps, and part of an advice's id. */
export function pointId(point: Point): string {
  switch (point.kind) {
    case 'clause': {
      const { law, article, paragraph, item } = point;
      return [point.violation, 'clause', law, article, paragraph ?? '', item ?? ''].join('/');
    }
    case 'factor':
      return `${point.violation}/factor/${point.factor}`;
    case 'option':
      return `${point.violation}/option/${point.factor}/${point.option}`;
    case 'fact':
      return `${point.violation}/fact/${point.fact}`;
    default:
      return `${point.violation}/${point.kind}`;
  }
}

/** What an objection names, as points of the violation it was made in; a factor also means the option that was chosen. */
export function pointsOf(
  disputed: DisputedPoint,
  violation: string,
  factors: readonly (readonly number[])[],
): Point[] {
  if (disputed.kind !== 'factor') return [{ ...disputed, violation }];
  const { factor } = disputed;
  const option = factors.find(([number]) => number === factor)?.[1];
  return [
    { kind: 'factor', violation, factor },
    ...(option === undefined ? [] : [{ kind: 'option' as const, violation, factor, option }]),
  ];
}
