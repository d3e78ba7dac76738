import type { Issue } from '../../errors.ts';
import { pointer } from '../../text/index.ts';

/** What stands twice under a key that may be there once; null is no key. */
export function twice<T>(
  records: readonly T[],
  list: string,
  field: string,
  keyOf: (record: T) => string | null,
): Issue[] {
  const seen = new Set<string>();
  return records.flatMap((record, i): Issue[] => {
    const key = keyOf(record);
    if (key === null || !seen.has(key)) {
      if (key !== null) seen.add(key);
      return [];
    }
    const at = pointer([list, i, field]);
    return [{ code: 'given-twice', at, message: `${key} stands there already` }];
  });
}
