import { LISTS, type List, type ListPack } from './list-pack.ts';

export type ListCounts = Readonly<Record<List, number>>;

/** How many items each list has, in all and by department. Departments without items count zero. */
export function countLists(pack: ListPack): {
  readonly total: number;
  readonly lists: ListCounts;
  readonly departments: readonly { readonly id: string; readonly lists: ListCounts }[];
} {
  const count = (items: ListPack['items']) =>
    Object.fromEntries(
      LISTS.map((list) => [list, items.filter((one) => one.list === list).length]),
    ) as Record<List, number>;
  const byDepartment = Map.groupBy(pack.items, (one) => one.department);
  return {
    total: pack.items.length,
    lists: count(pack.items),
    departments: pack.departments.map(({ id }) => ({
      id,
      lists: count(byDepartment.get(id) ?? []),
    })),
  };
}
