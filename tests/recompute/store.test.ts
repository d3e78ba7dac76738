import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { habitWorld } from '../../demo/worlds/habits.ts';
import { enterEvents, logsOf } from '../../sdk/src/service/figures/fixtures/entered.ts';
import { catchUp } from '../../sdk/src/service/figures/follower.ts';
import { StoredFigures } from '../../sdk/src/service/figures/stored-figures.ts';
import { openStore } from '../../sdk/src/service/store/open-store.ts';
import { recompute } from './recompute.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidu-recompute-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('finds every figure that the store counts', async () => {
  const { events } = await habitWorld({ cases: 150, seed: 8, plants: true });
  const address = `sqlite:${join(folder, 'store.db')}`;
  const database = await openStore({ address, clock: () => 0, schema: 'migrate' });
  try {
    await enterEvents(database, events);
    const authorities = [...new Set(events.map(({ authority }) => authority))];
    const config = { authorities: authorities.map((code) => ({ code })) };
    const store = { database, logs: logsOf(database), config } as never;
    await catchUp(store, { most: 500 });
    const { figures } = await new StoredFigures(store).figures(
      { role: 'supervisor', authorities } as never,
      { format: 'chidu-figures-request/1' },
    );
    const again = recompute({ log: events.map((one) => JSON.stringify(one)).join('\n') }).figures;
    expect(figures.length).toBeGreaterThan(60);
    for (const { id, numerator, denominator } of figures)
      expect([id, again.get(id)]).toEqual([id, [numerator, denominator]]);
  } finally {
    await database.close();
  }
});
