/** What has the same key, by key: the order of figures and lists hangs on nothing else. */
export function grouped<T, K extends string>(
  items: Iterable<T>,
  keyOf: (item: T) => K,
): [key: K, of: T[]][] {
  return [...Map.groupBy(items, keyOf)].sort(([a], [b]) => (a < b ? -1 : 1));
}
