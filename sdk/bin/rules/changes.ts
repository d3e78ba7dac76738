/** One value that differs between two versions of a pack; `undefined` where a version has none. */
export interface Change {
  readonly at: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * What differs, leaf by leaf. Entries of a list are matched by what names them (violation, number, tier, id), so that a factor
 * that moved is no change and one that is new shows as one.
 */
export function changesBetween(before: unknown, after: unknown, at = ''): Change[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after)) {
    const [old, young] = [keyed(before), keyed(after)];
    if (old !== null && young !== null) return members(old, young, at);
    if (JSON.stringify(before) === JSON.stringify(after)) return [];
    return [{ at, before, after }];
  }
  if (isObject(before) && isObject(after)) {
    return members(new Map(Object.entries(before)), new Map(Object.entries(after)), at);
  }
  return [{ at, before, after }];
}

function members(old: Map<string, unknown>, young: Map<string, unknown>, at: string): Change[] {
  return [...new Set([...old.keys(), ...young.keys()])].flatMap((key) =>
    changesBetween(old.get(key), young.get(key), `${at}/${key}`),
  );
}

function keyed(list: readonly unknown[]): Map<string, unknown> | null {
  const entries = list.map((one): [string, unknown] | null => {
    if (!isObject(one)) return null;
    const name =
      'violation' in one ? (one.violation ?? '通用') : (one.number ?? one.tier ?? one.id);
    return name === undefined ? null : [String(name), one];
  });
  if (!entries.every((one) => one !== null)) return null;
  const map = new Map(entries);
  return map.size === list.length ? map : null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
