import { decodeLeaf } from '../../log/index.ts';
import type { OversightEvent } from '../../oversight/index.ts';
import { eventOf } from '../events/feed.ts';
import { figureTables } from '../store/records/figures.ts';
import type { Sql } from '../store/sql/database.ts';

/** An entry and the thread that it is of. */
export interface Member {
  readonly thread: number;
  readonly event: OversightEvent;
}

/** All entries of threads, from the logs themselves: what was erased there is not there any more. */
export async function membersOf(
  reader: Sql,
  authority: string,
  threads: Iterable<number>,
): Promise<Member[]> {
  const rows = await figureTables.members(reader, authority, threads);
  return rows.flatMap(({ thread, year, idx, at, data, body }): Member[] => {
    const read = decodeLeaf(data);
    if (!read.ok) return [];
    return [
      { thread, event: eventOf({ authority, year }, { index: idx, at, leaf: read.leaf, body }) },
    ];
  });
}
