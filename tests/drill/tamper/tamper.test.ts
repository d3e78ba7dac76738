import { expect, it } from 'vitest';
import {
  postgresPrograms,
  temporaryPostgres,
} from '../../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { type Rehearsed, rehearse } from './rehearse.ts';

// The table of sdk/docs/log.md. Columns: the service at its start, the party again, a later code with its printed head,
// a first look, a witness, an audit, an audit with a kept checkpoint, a first look that asks for no witness.
const WHO_FINDS = `
nothing | none | pass | pass | pass | pass | pass | pass | pass | pass
database | edit | log-entry-altered | log-root | pass | log-root | pass | audit-tile | audit-since | log-root
database | edit with its hash | log-inconsistent | log-root | pass | log-root | pass | audit-tile | audit-since | log-root
database | delete | log-entry-altered | log-absent | log-root | log-absent | pass | audit-bundle | audit-bundle | log-absent
database | swap | log-entry-altered | log-root | pass | log-root | pass | audit-tile | audit-since | log-root
database | truncate to an older checkpoint | log-rollback | log-absent | log-absent | log-absent | refuses: 400 | pass | audit-since | log-absent
database and key | edit | pass | log-fork | log-head | log-unwitnessed | refuses: 409 | audit-unwitnessed | audit-since | pass
database and key | delete | pass | log-absent | log-head | log-absent | refuses: 400 | audit-unwitnessed | audit-since | log-absent
database and key | insert | pass | log-fork | log-head | log-unwitnessed | refuses: 422 | audit-unwitnessed | audit-since | pass
database and key | swap | pass | log-fork | log-head | log-unwitnessed | refuses: 409 | audit-unwitnessed | audit-since | pass
database and key | truncate | pass | log-absent | log-unwitnessed | log-absent | refuses: 400 | audit-unwitnessed | audit-since | log-absent
database and key | fork shown to the party alone | pass | log-fork | log-head | log-unwitnessed | pass | pass | pass | pass
database, key and all witnesses | edit | pass | log-fork | log-head | pass | pass | pass | audit-since | pass
`;

const written = (rehearsed: readonly Rehearsed[]): string =>
  rehearsed
    .map(({ act, has, found }) => `${[has, act, ...Object.values(found)].join(' | ')}\n`)
    .join('');

it('says of each act of an insider on SQLite who finds it', async () => {
  expect(`\n${written(await rehearse(300))}`).toBe(WHO_FINDS);
});

it.skipIf(postgresPrograms() === null)('says the same on PostgreSQL', async () => {
  const server = await temporaryPostgres();
  try {
    expect(`\n${written(await rehearse(300, server.database))}`).toBe(WHO_FINDS);
  } finally {
    await server.remove();
  }
});
