import { canonicalJson } from '../../text/index.ts';
import type { List, ListItem, ListPack } from './list-pack.ts';

/** Items that cannot both be right, `pack/number`, in the order of the packs. */
export interface ListConflict {
  readonly kind: /** Two lists ask for exactly the same and answer otherwise. */
    | 'same-conditions'
    /** Whenever the one applies the other does, and they point in opposite directions: 从重 and a milder list. */
    | 'opposed'
    /** One list has the same item twice. */
    | 'double';
  readonly violation: string;
  readonly lists: readonly [List, List];
  readonly items: readonly [string, string];
}

interface Asked {
  readonly id: string;
  readonly item: ListItem & { readonly violation: string };
  /** Each thing asked for, spelled in one way only. */
  readonly asks: ReadonlySet<string>;
}

/**
 * 清单冲突: items of one violation in one or several packs that answer the same conditions otherwise. That 不予 asks for more than 从轻 is
 * no conflict: the milder goes first. Conditions are compared as they are written, and what only a person can say by its
 * words; what conflicts by its numbers alone (不足5万元, 3万元以上) is not found.
 */
export function listConflicts(packs: readonly ListPack[]): ListConflict[] {
  const asked = packs.flatMap(({ id, items }) =>
    items.flatMap(({ violation, ...item }): Asked[] =>
      violation === null
        ? []
        : [
            {
              id: `${id}/${item.number}`,
              item: { ...item, violation },
              asks: new Set(item.requirements.map(spelled)),
            },
          ],
    ),
  );
  const byViolation = Map.groupBy(asked, ({ item }) => item.violation);
  return [...byViolation.values()].flatMap((own) =>
    own.flatMap((a, i) => own.slice(i + 1).flatMap((b) => conflictOf(a, b) ?? [])),
  );
}

function conflictOf(a: Asked, b: Asked): ListConflict | null {
  const within = (one: Asked, other: Asked): boolean =>
    [...one.asks].every((ask) => other.asks.has(ask));
  const same = within(a, b) && within(b, a);
  const lists = [a.item.list, b.item.list] as const;
  const opposed = lists[0] !== lists[1] && lists.includes('aggravate');
  const found = { violation: a.item.violation, lists, items: [a.id, b.id] as const };
  if (same) return { kind: lists[0] === lists[1] ? 'double' : 'same-conditions', ...found };
  return opposed && (within(a, b) || within(b, a)) ? { kind: 'opposed', ...found } : null;
}

const spelled = ({ when, ground, label }: ListItem['requirements'][number]): string =>
  when === undefined && ground === undefined
    ? label.zh.replace(/\s/g, '')
    : canonicalJson({ ...(when && { when }), ...(ground && { ground }) });
