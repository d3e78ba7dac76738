import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OversightEvent } from '@chidu/sdk/oversight';
import { Hono } from 'hono';
import { enterEvents, logsOf } from '../../../sdk/src/service/figures/fixtures/entered.ts';
import { catchUp } from '../../../sdk/src/service/figures/follower.ts';
import { StoredFigures } from '../../../sdk/src/service/figures/stored-figures.ts';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';

type Caller = Parameters<StoredFigures['figures']>[0];

/**
 * A service with one log: figures by its store, as they are kept beside a log that grows; entries page by page, from memory.
 * Who may ask is left out.
 */
export async function followedLog(events: readonly OversightEvent[]) {
  const { authority, year } = events[0] as OversightEvent;
  const folder = mkdtempSync(join(tmpdir(), 'chidu-board-'));
  const address = `sqlite:${join(folder, 'log.db')}`;
  const database = await openStore({ address, clock: () => 0, schema: 'migrate' });
  for (let at = 0; at < events.length; at += 5_000)
    await enterEvents(database, events.slice(at, at + 5_000));
  const config = { authorities: [{ code: authority }] };
  const store = { database, logs: logsOf(database), config } as never;
  await catchUp(store, { most: 1_000 });
  const figures = new StoredFigures(store);
  const caller = { role: 'supervisor', authorities: [authority] } as unknown as Caller;
  const service = new Hono();
  service.post('/v1/figures', async (context) =>
    context.json(await figures.figures(caller, await context.req.json())),
  );
  service.get('/v1/events', (context) => {
    const from = Number(context.req.query('from'));
    const page = events.slice(from, from + Number(context.req.query('limit')));
    return context.json({ events: page, next: from + page.length });
  });
  service.get('/v1/events/stream', (context) => context.text('', 502));
  return {
    service,
    attributes: `service="/service/" authority="${authority}" year="${year}"`,
    close: async () => {
      await database.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The logs of a place as if one authority had kept one log: every entry keeps its neighbours. */
export function inOneLog(events: readonly OversightEvent[]): readonly OversightEvent[] {
  const first = events[0] as OversightEvent;
  const before = new Map<string, number>();
  let size = 0;
  for (const [authority, own] of Map.groupBy(events, (event) => event.authority)) {
    before.set(authority, size);
    size += own.length;
  }
  return events
    .map((event) => {
      const offset = before.get(event.authority) ?? 0;
      const refersTo = event.refersTo === null ? null : event.refersTo + offset;
      return { ...event, authority: first.authority, index: event.index + offset, refersTo };
    })
    .sort((a, b) => a.index - b.index);
}
