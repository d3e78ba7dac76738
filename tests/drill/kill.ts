import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { random } from '../../sdk/src/discretion/fixtures/random.ts';
import {
  postgresPrograms,
  temporaryPostgres,
} from '../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { type KillOptions, killRounds } from './service/kill-rounds.ts';

export const about =
  'The service is killed 200 times while it writes, on SQLite and on PostgreSQL: nothing acknowledged is lost or doubled.';

const ROUNDS = 200;
const LONGEST = 250;
/** The server is broken off too, now and then. */
const CRASH_EVERY = 10;

export async function run(say: (line: string) => void): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-kill-'));
  try {
    const options = { rounds: ROUNDS, longest: LONGEST, random: random(20_261_122).next };
    await rehearse(say, 'SQLite', {
      ...options,
      address: `sqlite:${join(folder, 'log.db')}`,
      memory: join(folder, 'sqlite'),
    });
    if (postgresPrograms() === null) {
      say('skipped: PostgreSQL is not installed');
      return;
    }
    const server = await temporaryPostgres();
    try {
      await rehearse(say, 'PostgreSQL', {
        ...options,
        address: await server.database(),
        memory: join(folder, 'postgres'),
        between: async (round) => {
          if (round % CRASH_EVERY === CRASH_EVERY - 1) await server.crash();
        },
      });
    } finally {
      await server.remove();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function rehearse(
  say: (line: string) => void,
  name: string,
  options: KillOptions,
): Promise<void> {
  const found = await killRounds(options);
  say(`${name}: ${options.rounds} kills; ${JSON.stringify(found)}`);
  if (found.lost + found.doubled + found.inconsistent > 0) {
    throw new Error(`${name} lost or doubled entries, or signed what it does not go on from.`);
  }
}
