import { LISTS, type ListPack } from '../../rules/lists/index.ts';
import { count, type Figure, type FigureDefinition, share } from '../figure.ts';
import { grouped } from '../grouped.ts';
import type { Exercise } from './exercise.ts';

export const LIST_FIGURES = {
  uses: {
    id: 'lists.uses',
    label: { zh: '清单适用次数', en: 'Uses of the lists' },
    formula: {
      zh: '案件与所适用清单事项的组合数：一案适用两项计两次',
      en: 'pairs of a case and an item that applied in it: two items in one case are two uses',
    },
    counts: 'use',
  },
  items: {
    id: 'lists.items-used',
    label: { zh: '用过的清单事项', en: 'Items in use' },
    formula: {
      zh: '有案件适用的事项÷清单全部事项',
      en: 'items that applied in a case ÷ all items of the list',
    },
    counts: 'item',
  },
} as const satisfies Record<string, FigureDefinition>;

export interface ListUse {
  /**
   * `lists.uses`: in all, by list, by month, by month and list, by item, by month and item, each where there is a use (in all
   * and by list always); `lists.items-used` in all and by list.
   */
  readonly figures: readonly Figure[];
  /** Items that never applied, `pack/number`. */
  readonly never: readonly string[];
  /** Uses of items that none of the packs holds: counted in no figure. */
  readonly unknown: readonly { readonly item: string; readonly cases: readonly string[] }[];
  /** Cases whose desk had no lists. */
  readonly without: number;
}

/** 四张清单适用情况, by month, list and item. */
export function listUse(packs: readonly ListPack[], exercises: readonly Exercise[]): ListUse {
  const listOf = new Map(
    packs.flatMap(({ id, items }) => items.map((item) => [`${id}/${item.number}`, item.list])),
  );
  const uses: { use: string; item: string; list: string; month: string }[] = [];
  const unknown = new Map<string, string[]>();
  for (const { case: id, month, listItems } of exercises)
    for (const item of new Set(listItems ?? [])) {
      const list = listOf.get(item);
      const strange = unknown.get(item);
      if (list !== undefined) uses.push({ use: `${id}#${item}`, item, list, month });
      else if (strange === undefined) unknown.set(item, [id]);
      else strange.push(id);
    }
  const all = [...listOf.keys()];
  const applied = new Set(uses.map(({ item }) => item));
  const itemsOf = (items: readonly string[], scope = {}) =>
    share(LIST_FIGURES.items, { part: items.filter((one) => applied.has(one)), of: items, scope });
  const by = (...names: readonly ('month' | 'list' | 'item')[]): Figure[] =>
    grouped(uses, (one) => names.map((name) => one[name]).join('\n')).map(([key, of]) => {
      const values = key.split('\n');
      const scope = Object.fromEntries(names.map((name, i) => [name, values[i] as string]));
      return count(
        LIST_FIGURES.uses,
        of.map(({ use }) => use),
        scope,
      );
    });
  return {
    figures: [
      count(
        LIST_FIGURES.uses,
        uses.map(({ use }) => use),
      ),
      ...LISTS.map((list) =>
        count(
          LIST_FIGURES.uses,
          uses.filter((one) => one.list === list).map(({ use }) => use),
          { list },
        ),
      ),
      ...by('month'),
      ...by('month', 'list'),
      ...by('item'),
      ...by('month', 'item'),
      itemsOf(all),
      ...LISTS.map((list) =>
        itemsOf(
          all.filter((item) => listOf.get(item) === list),
          { list },
        ),
      ),
    ],
    never: all.filter((item) => !applied.has(item)),
    unknown: [...unknown]
      .map(([item, cases]) => ({ item, cases }))
      .sort((a, b) => (a.item < b.item ? -1 : 1)),
    without: exercises.filter(({ listItems }) => listItems === null).length,
  };
}
