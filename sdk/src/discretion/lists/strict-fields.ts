import type { ListMatch, ListMatches } from './match.ts';

/** 分类施策: which items are offered in a field where an authority is strict, and which are held back. */
export interface Offered {
  readonly offered: readonly ListMatch[];
  /** Lenient items that rest on the list alone. A person may still decide so, with a reason. */
  readonly heldBack: readonly ListMatch[];
}

/**
 * In a strict field (安全) items of 不予, 减轻 and 从轻 are held back, unless they name a statutory ground: what the law says shall or
 * may be (行政处罚法 32, 33) no policy of a field takes away. 从重 items are offered everywhere.
 */
export function offeredIn(
  field: string,
  strictFields: ReadonlySet<string>,
  { matches }: ListMatches,
): Offered {
  const isHeldBack = ({ item }: ListMatch): boolean =>
    strictFields.has(field) &&
    item.list !== 'aggravate' &&
    item.requirements.every(({ ground }) => ground === undefined);
  return {
    offered: matches.filter((one) => !isHeldBack(one)),
    heldBack: matches.filter(isHeldBack),
  };
}
