import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  postgresPrograms,
  temporaryPostgres,
} from '../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { appends, type Place } from './service/appends.ts';
import { largeLog } from './service/large-log.ts';
import { objections } from './service/objections.ts';

export const about =
  'The service: entries a second beside the database alone, objections over HTTP, a log of ten million.';

/** For the large log; on a slower machine it is smaller. With `--full` it has ten million entries if it takes an hour. */
const SECONDS = process.argv.includes('--full') ? 3_600 : 180;

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-bench-'));
  const rows: Record<string, string | number>[] = [];
  try {
    let count = 0;
    const file = async () => `sqlite:${join(folder, `${++count}.db`)}`;
    const sqlite: Place = { engine: 'SQLite', folder, address: file };
    // Objections first: they would wait for what a million appends left to be written.
    rows.push(...(await objections(sqlite)), ...(await appends(sqlite)));
    if (postgresPrograms() === null) console.error('skipped: PostgreSQL is not installed');
    else {
      rows.push(...(await onPostgres(folder, objections)), ...(await onPostgres(folder, appends)));
    }
    rows.push(...(await largeLog(folder, SECONDS)));
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A server for each. */
async function onPostgres<T>(folder: string, measure: (place: Place) => Promise<T>): Promise<T> {
  const server = await temporaryPostgres();
  try {
    return await measure({ engine: 'PostgreSQL', folder, address: () => server.database() });
  } finally {
    await server.remove();
  }
}
