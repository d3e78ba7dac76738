/** Holds receipts, JSON on standard input, against a store: `node auditor.ts ADDRESS`. */
import { json } from 'node:stream/consumers';
import { toHex } from '@chidu/sdk/codes';
import { decodeLeaf, Frontier, leafHash } from '@chidu/sdk/log';
import { AUTHORITY } from '../../../sdk/src/service/fixtures/running.ts';
import { checkLogs, logTables, openStore } from '../../../sdk/src/service/store/index.ts';
import type { Receipted } from './parties.ts';

/** What the store has of what parties hold receipts of. */
export interface ReceiptAudit {
  readonly entries: number;
  /** With a receipt, and not in the log, or not in the queue, or not where the receipt says. */
  readonly lost: number;
  /** Entries of objections beyond one for each objection in the queue. */
  readonly doubled: number;
  /** Heads in receipts, and those that the log does not go on from. */
  readonly heads: number;
  readonly inconsistent: number;
}

const [address = ''] = process.argv.slice(2);
const receipted = (await json(process.stdin)) as Receipted[];
const database = await openStore({ address, clock: Date.now, schema: 'refuse' });
const { reader } = database;
await checkLogs(reader);
const log = (await logTables.all(reader)).find(({ authority }) => authority === AUTHORITY);
if (log === undefined) throw new Error('no log');
const heads = new Map(receipted.map(({ size, root }) => [size, root]));
const frontier = new Frontier();
const objected = new Set<number>();
let inconsistent = 0;
const size = (await logTables.state(reader, log))?.size ?? 0;
for (const { idx, data } of await logTables.entries(reader, log, 0, size)) {
  frontier.append(leafHash(data));
  const said = heads.get(frontier.size);
  if (said !== undefined && said !== toHex(frontier.root())) inconsistent += 1;
  const read = decodeLeaf(data);
  if (read.ok && read.leaf.type === 'objected') objected.add(idx);
}
for (const head of heads.keys()) if (head > size) inconsistent += 1;
const queue = new Map(
  (
    await reader.all<{ number: string; at: number }>(
      'select number, log_index as at from objection where authority = $1',
      [AUTHORITY],
    )
  ).map(({ number, at }) => [number, at]),
);
const lost = receipted.filter(
  ({ number, index }) => queue.get(number) !== index || !objected.has(index),
);
const audit: ReceiptAudit = {
  entries: size,
  lost: lost.length,
  doubled: objected.size - queue.size,
  heads: heads.size,
  inconsistent,
};
process.stdout.write(JSON.stringify(audit));
await database.close();
