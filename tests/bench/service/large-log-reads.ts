/** Reads from a large log in a process of its own: `large-log-reads.ts PATH SIZE`. Says what it took, as JSON. */
import { statSync } from 'node:fs';
import {
  formatReceipt,
  leafHash,
  proveConsistency,
  proveInclusion,
  verifyInclusion,
} from '@chidu/sdk/log';
import { AUTHORITY } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { logTables } from '../../../sdk/src/service/store/log/log-tables.ts';
import { keptTiles } from '../../../sdk/src/service/store/log/stored-tiles.ts';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import { milliseconds, percentile } from './percentile.ts';

const LOG = { authority: AUTHORITY, year: 2026 };
const READS = 3_000;
const PROOFS = 300;
/** One in so many receipts is checked, from the bytes of its entry up to the signed root. */
const CHECKED = 50;

const [path = '', wanted = ''] = process.argv.slice(2);
const size = Number(wanted);
/** What the program takes before it opens the log: most of it is Node taking the types out of the sources. */
const empty = process.memoryUsage().rss;
const database = await openStore({
  address: `sqlite:${path}`,
  clock: Date.now,
  schema: 'refuse',
});
const { reader } = database;
const head = await logTables.latestCheckpoint(reader, LOG);
if (head?.size !== size) throw new Error(`no checkpoint of ${size} entries`);
const { note, root } = head;
const checks: (() => boolean)[] = [];
const read = keptTiles(reader)(LOG);
const times: number[] = [];
let bytes = 0;
const started = performance.now();
for (let at = 0; at < READS; at += 1) {
  const before = performance.now();
  const index = Math.floor((at * 0.618_033_988_749_895 * size) % size);
  const [entry] = await logTables.entries(reader, LOG, index, index + 1);
  const proof = await proveInclusion(index, size, read);
  const data = entry?.data ?? new Uint8Array();
  bytes = Math.max(bytes, formatReceipt({ entry: data, index, proof, note }).length);
  times.push(performance.now() - before);
  if (at % CHECKED === 0) {
    checks.push(() => verifyInclusion(leafHash(data), index, size, root, proof));
  }
}
const perSecond = (READS * 1000) / (performance.now() - started);
if (!checks.every((holds) => holds())) throw new Error('a receipt does not hold');
const growth: number[] = [];
let hashes = 0;
for (let at = 1; at <= PROOFS; at += 1) {
  const before = performance.now();
  const from = Math.ceil((at * size) / (PROOFS + 1));
  hashes = Math.max(hashes, (await proveConsistency(from, size, read)).length);
  growth.push(performance.now() - before);
}
const row = {
  what: `log of ${size.toLocaleString('en')} entries`,
  'reads per second': Math.round(perSecond),
  'p50 ms': milliseconds(percentile(times, 0.5)),
  'p99 ms': milliseconds(percentile(times, 0.99)),
  'receipt bytes': bytes,
  'inclusion bytes': 32 * (await proveInclusion(0, size, read)).length,
  'consistency bytes': 32 * hashes,
  'consistency p50 ms': milliseconds(percentile(growth, 0.5)),
  'store bytes per entry': Math.round(statSync(path).size / size),
  'memory for it MB': Math.round((process.memoryUsage().rss - empty) / 2 ** 20),
};
await database.close();
process.stdout.write(JSON.stringify(row));
