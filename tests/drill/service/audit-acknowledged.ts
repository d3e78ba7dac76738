import { toHex } from '@chidu/sdk/codes';
import { decodeLeaf, Frontier, leafHash } from '@chidu/sdk/log';
import { checkLogs } from '../../../sdk/src/service/store/log/check-log.ts';
import { logTables } from '../../../sdk/src/service/store/log/log-tables.ts';
import type { Database } from '../../../sdk/src/service/store/sql/database.ts';
import type { Acknowledged } from './writer.ts';

/** What a log has of what was acknowledged. */
export interface AcknowledgedAudit {
  readonly entries: number;
  /** Acknowledged and not in the log or not kept, or not where it was said to be. */
  readonly lost: number;
  /** In the log more than once. */
  readonly doubled: number;
  /** Heads that were handed out, and those that the log does not go on from. */
  readonly heads: number;
  readonly inconsistent: number;
}

/** Recompute everything, and hold what was said against it. */
export async function auditAcknowledged(
  database: Database,
  acknowledged: readonly Acknowledged[],
): Promise<AcknowledgedAudit> {
  await checkLogs(database.reader);
  const heads = new Map(
    acknowledged.flatMap(({ place }) => (place ? [[place.size, place.root] as const] : [])),
  );
  const places = new Map<number, number[]>();
  let entries = 0;
  let inconsistent = 0;
  for (const log of await logTables.all(database.reader)) {
    const frontier = new Frontier();
    const size = (await logTables.state(database.reader, log))?.size ?? 0;
    entries += size;
    for (let from = 0; from < size; from += 4096) {
      for (const { idx, data } of await logTables.entries(
        database.reader,
        log,
        from,
        from + 4096,
      )) {
        frontier.append(leafHash(data));
        const said = heads.get(frontier.size);
        if (said !== undefined && said !== toHex(frontier.root())) inconsistent += 1;
        const number = numberOf(data);
        if (number !== null) places.set(number, [...(places.get(number) ?? []), idx]);
      }
    }
    for (const headSize of heads.keys()) if (headSize > size) inconsistent += 1;
  }
  const kept = new Map(
    (
      await database.reader.all<{ number: string; at: number }>(
        'select number, log_index as at from objection',
      )
    ).map(({ number, at }) => [Number(number), at]),
  );
  const isLost = ({ number, place }: Acknowledged) => {
    const [found] = places.get(number) ?? [];
    return (
      found === undefined ||
      kept.get(number) !== found ||
      (place !== undefined && place.index !== found)
    );
  };
  return {
    entries,
    lost: acknowledged.filter(isLost).length,
    doubled: [...places.values()].filter(({ length }) => length > 1).length,
    heads: heads.size,
    inconsistent,
  };
}

/** The number of an entry that a writer made. */
function numberOf(data: Uint8Array): number | null {
  const read = decodeLeaf(data);
  const codeId = read.ok ? read.leaf.codeId : undefined;
  return codeId === undefined ? null : Number.parseInt(codeId, 16);
}
