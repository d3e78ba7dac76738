import { join } from 'node:path';
import { leafHash, TILE_WIDTH, tilesFilled } from '@chidu/sdk/log';
import {
  AUTHORITY,
  logSigner,
  objected,
  originOf,
} from '../../../sdk/src/service/store/fixtures/authority.ts';
import { openLog } from '../../../sdk/src/service/store/fixtures/opened-log.ts';
import { checkpointNote } from '../../../sdk/src/service/store/log/checkpoint-signer.ts';
import { logTables } from '../../../sdk/src/service/store/log/log-tables.ts';
import { startSigner } from '../../../sdk/src/service/store/log/signer-process.ts';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import { storedSigner } from '../../drill/service/stored-signer.ts';
import { milliseconds, percentile } from './percentile.ts';

/** As in production, the signer is a process of its own. */
const SIGNER = new URL('../../drill/service/signer-program.ts', import.meta.url);
const BATCHES = [1, 16, 64];
/** The two take turns, so that what else the machine does hits both. */
const TURNS = 8;
const TURN_SECONDS = 0.8;

export interface Place {
  readonly engine: string;
  readonly folder: string;
  /** The address of a new, empty database. */
  readonly address: () => Promise<string>;
}

/** How many batches are waited for at once: enough that the signer, whatever else the machine does, has work. */
const WAITED_FOR = 8;

/**
 * Entries a second through the log, beside a database that puts the same rows into the same tables, tiles and as many
 * checkpoints among them, in one transaction a batch and as durably, by the same statements; and neither hashes, reads back, signs nor remembers
 * anything elsewhere, nor has anybody who waits for one entry.
 */
export async function appends(place: Place): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = [];
  for (const batch of BATCHES) {
    const log = await theLog(place, batch);
    const bare = await theDatabaseAlone(place, batch);
    const rates: { log: number; bare: number }[] = [];
    const latencies: number[] = [];
    let { perCheckpoint } = await log.run(TURN_SECONDS, []);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const alone = await bare.run(TURN_SECONDS, perCheckpoint);
      const ours = await log.run(TURN_SECONDS, latencies);
      rates.push({ bare: alone, log: ours.rate });
      ({ perCheckpoint } = ours);
    }
    await log.close();
    await bare.close();
    rows.push({
      what: `${place.engine}: append, batch ${batch}`,
      'per second': Math.round(
        percentile(
          rates.map((rate) => rate.log),
          0.5,
        ),
      ),
      'database alone': Math.round(
        percentile(
          rates.map((rate) => rate.bare),
          0.5,
        ),
      ),
      ratio: milliseconds(
        percentile(
          rates.map((rate) => rate.log / rate.bare),
          0.5,
        ),
      ),
      'p50 ms': milliseconds(percentile(latencies, 0.5)),
      'p99 ms': milliseconds(percentile(latencies, 0.99)),
    });
  }
  return rows;
}

/** A leaf as an objection has it. */
const leafAt = (number: number) =>
  objected(number).data({ authority: AUTHORITY, year: 2026, index: number, time: Date.now() });

async function theLog({ engine, folder, address }: Place, batch: number) {
  const memory = join(folder, `${engine}-${batch}`);
  const key = await storedSigner(memory);
  const signer = startSigner(SIGNER, [memory]);
  const opened = await openLog({ address: await address(), memory, key, signer, batch });
  const data = leafAt(1);
  const checkpoints = async (): Promise<number> => {
    const [found] = await opened.database.reader.all<{ count: number }>(
      'select count(*) as count from log_checkpoint',
    );
    return found?.count ?? 0;
  };
  return {
    run: async (seconds: number, latencies: number[]) => {
      const before = await checkpoints();
      const started = performance.now();
      const end = started + seconds * 1000;
      let count = 0;
      const client = async () => {
        for (let now = performance.now(); now < end; ) {
          await opened.log.append({ kind: 'objected', data: () => data });
          const after = performance.now();
          latencies.push(after - now);
          now = after;
          count += 1;
        }
      };
      await Promise.all(Array.from({ length: WAITED_FOR * batch }, client));
      const rate = (count * 1000) / (performance.now() - started);
      return { rate, perCheckpoint: count / ((await checkpoints()) - before) };
    },
    close: () => opened.close(),
  };
}

async function theDatabaseAlone({ address }: Place, batch: number) {
  const database = await openStore({
    address: await address(),
    clock: Date.now,
    schema: 'migrate',
  });
  const log = { authority: AUTHORITY, year: 2026 };
  const data = leafAt(1);
  const leaf = leafHash(data);
  const tile = new Uint8Array(TILE_WIDTH * leaf.length).fill(7);
  const note = await checkpointNote(originOf(2026), { size: 0, root: leaf }, [await logSigner()]);
  await database.write((sql) => logTables.create(sql, log, 0));
  let next = 0;
  let covered = 0;
  return {
    run: async (seconds: number, perCheckpoint: number): Promise<number> => {
      const started = performance.now();
      const end = started + seconds * 1000;
      const first = next;
      while (performance.now() < end) {
        const entries = Array.from({ length: batch }, (_, at) => ({
          idx: next + at,
          at: 0,
          kind: 'objected',
          leaf,
          data,
        }));
        const filled = tilesFilled(next, next + batch);
        next += batch;
        await database.write(async (sql) => {
          await logTables.insertEntries(sql, log, entries);
          for (const { level, index } of filled) {
            await logTables.insertTile(sql, log, level, index, { data: tile, root: leaf });
          }
          await logTables.advance(sql, log, { size: next, at: 0, closed: 0 });
          if (next - covered + batch / 2 < perCheckpoint) return;
          covered = next;
          await logTables.insertCheckpoint(sql, log, { size: next, root: leaf, note }, 0);
        });
      }
      return ((next - first) * 1000) / (performance.now() - started);
    },
    close: () => database.close(),
  };
}
