import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../../sdk/src/service/store/fixtures/engines.ts';
import {
  postgresPrograms,
  type TemporaryPostgres,
  temporaryPostgres,
} from '../../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { FAULTS, mayMount } from '../faults.ts';
import { failover } from './failover.ts';
import { mayMakeHosts } from './hosts.ts';
import { killRounds } from './kill-rounds.ts';

// The drills kill, faults and two-hosts in small: `npm run drill` has them whole.

const nothingLost = { lost: 0, doubled: 0, inconsistent: 0 };

describe('on SQLite', () => {
  const folder = temporaryFolder();

  it('loses nothing that was acknowledged when it is killed', async () => {
    const found = await killRounds({
      address: `sqlite:${join(folder, 'kill.db')}`,
      memory: join(folder, 'kill'),
      rounds: 3,
      longest: 100,
      random: () => 0.5,
    });
    expect(found).toMatchObject(nothingLost);
    expect(found.acknowledged).toBeGreaterThan(0);
  });

  for (const { name, rehearse, code, mounts } of FAULTS) {
    it.skipIf(mounts && !mayMount)(`answers ${name} by ${code}`, async () => {
      const outcome = await rehearse({ folder });
      expect(outcome.code).toBe(code);
      expect(Object.values(outcome.checks)).not.toContain(false);
    });
  }
});

describe.skipIf(postgresPrograms() === null)('on PostgreSQL', () => {
  const folder = temporaryFolder();
  let server: TemporaryPostgres;
  beforeAll(async () => {
    server = await temporaryPostgres();
  });
  afterAll(() => server.remove());

  it('loses nothing that was acknowledged when service and server are broken off', async () => {
    const found = await killRounds({
      address: await server.database(),
      memory: join(folder, 'kill-postgres'),
      rounds: 3,
      longest: 100,
      random: () => 0.5,
      between: (round) => (round === 1 ? server.crash() : Promise.resolve()),
    });
    expect(found).toMatchObject(nothingLost);
    expect(found.acknowledged).toBeGreaterThan(0);
  });

  for (const { name, rehearse, code, mounts } of FAULTS) {
    it.skipIf(mounts && !mayMount)(`answers ${name} by ${code}`, async () => {
      const outcome = await rehearse({ folder, server });
      expect(outcome.code).toBe(code);
      expect(Object.values(outcome.checks)).not.toContain(false);
    });
  }
});

describe('two hosts', () => {
  it.skipIf(!mayMakeHosts)('lose nothing that was acknowledged with the primary', async () => {
    const found = await failover(500, 500);
    expect(found).toMatchObject(nothingLost);
    expect(found.acknowledgedAfter).toBeGreaterThan(0);
  });
});
