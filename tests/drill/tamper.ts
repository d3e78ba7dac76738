import {
  postgresPrograms,
  temporaryPostgres,
} from '../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { type Rehearsed, rehearse } from './tamper/rehearse.ts';

export const about =
  'An insider edits, deletes, inserts, swaps, truncates and forks a log: who finds it, and who cannot.';

const CODES = 5_000;
const LOOKERS = {
  service: 'service, when it starts',
  again: 'party who looked before',
  printed: 'first look, head printed in a later code',
  first: 'first look, no head',
  witness: 'witness',
  audit: 'audit',
  since: 'audit with a kept checkpoint',
  nothing: 'first look, asks for no witness',
} as const;

export async function run(say: (line: string) => void): Promise<void> {
  say('On SQLite');
  report(say, await rehearse(CODES));
  if (postgresPrograms() === null) {
    say('skipped: PostgreSQL is not installed');
    return;
  }
  const server = await temporaryPostgres();
  try {
    say('On PostgreSQL');
    report(say, await rehearse(CODES, server.database));
  } finally {
    await server.remove();
  }
}

function report(say: (line: string) => void, rehearsed: readonly Rehearsed[]): void {
  for (const { act, has, found } of rehearsed) {
    say(`${act}, insider has ${has}:`);
    for (const [who, words] of Object.entries(LOOKERS)) {
      say(`    ${words.padEnd(42)} ${found[who as keyof typeof LOOKERS]}`);
    }
    const finders = Object.values(found).filter((word) => word !== 'pass');
    if (has !== 'nothing' && finders.length === 0) throw new Error(`nobody finds: ${act}`);
    if (has === 'nothing' && finders.length > 0) throw new Error('found where nothing was done');
  }
}
