import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  postgresPrograms,
  temporaryPostgres,
} from '../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import {
  clockBack,
  diskFull,
  flippedByte,
  type Ground,
  type Outcome,
  olderBackup,
} from './service/faults.ts';

export const about =
  'Disk full, clock back, older backup, flipped byte, on SQLite and PostgreSQL: each is refused or reported.';

/** A fault, and the code that answers it: sdk/docs/running-a-service.md. */
export interface Fault {
  readonly name: string;
  readonly rehearse: (ground: Ground) => Promise<Outcome>;
  readonly code: string;
  /** Only root may mount a small disk. */
  readonly mounts?: true;
}

export const FAULTS: readonly Fault[] = [
  { name: 'a clock that steps back', rehearse: clockBack, code: 'log-clock' },
  { name: 'an older backup', rehearse: olderBackup, code: 'log-rollback' },
  { name: 'a flipped bit', rehearse: flippedByte, code: 'log-entry-altered' },
  { name: 'a full disk', rehearse: diskFull, code: 'store-full', mounts: true },
];

export const mayMount = process.getuid?.() === 0;

export async function run(say: (line: string) => void): Promise<void> {
  await withGround(null, (ground) => rehearseAll(say, 'SQLite', ground));
  if (postgresPrograms() === null) say('skipped: PostgreSQL is not installed');
  else {
    const server = await temporaryPostgres();
    try {
      await withGround(server, (ground) => rehearseAll(say, 'PostgreSQL', ground));
    } finally {
      await server.remove();
    }
  }
}

export async function withGround<T>(
  server: Ground['server'] | null,
  work: (ground: Ground) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-faults-'));
  try {
    return await work({ folder, ...(server && { server }) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rehearseAll(say: (line: string) => void, name: string, ground: Ground) {
  for (const { name: fault, rehearse, code, mounts } of FAULTS) {
    if (mounts && !mayMount) {
      say(`skipped: ${name}, ${fault}: only root may mount a small disk`);
      continue;
    }
    const outcome = await rehearse(ground);
    say(`${name}: ${fault}: ${outcome.code}; ${JSON.stringify(outcome.checks)}`);
    if (outcome.code !== code || Object.values(outcome.checks).includes(false)) {
      throw new Error(`${name}: ${fault}: ${code} was due`);
    }
  }
}
