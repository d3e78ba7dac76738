import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { OversightEvent } from '@chidu/sdk/oversight';
import { enterEvents, logsOf } from '../../../sdk/src/service/figures/fixtures/entered.ts';
import { catchUp } from '../../../sdk/src/service/figures/follower.ts';
import { StoredFigures } from '../../../sdk/src/service/figures/stored-figures.ts';
import {
  postgresPrograms,
  temporaryPostgres,
} from '../../../sdk/src/service/store/fixtures/temporary-postgres.ts';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import type { Database } from '../../../sdk/src/service/store/sql/database.ts';
import { percentile } from '../service/percentile.ts';
import { besideTheFollower } from './beside-the-follower.ts';

type Row = Record<string, string | number>;
type Caller = Parameters<StoredFigures['figures']>[0];

/** Entries that are put into the log in one go, and entries of a page: an old log is read in larger ones than a live one. */
const ENTERED = 5_000;
const PAGE = 1_000;
/** How often each figure is asked for. */
const ASKED = 5;

/** The same log by the store, on both engines: made once, then asked for the whole and for parts of it. */
export async function byStore(events: readonly OversightEvent[]): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-figures-'));
  try {
    const rows = await onEngine('SQLite', events, () => `sqlite:${join(folder, 'f.db')}`);
    rows.push(await besideTheFollower('SQLite', folder, `sqlite:${join(folder, 'log.db')}`));
    if (postgresPrograms() === null) {
      console.error('skipped: PostgreSQL is not installed');
      return rows;
    }
    const server = await temporaryPostgres();
    try {
      rows.push(...(await onEngine('PostgreSQL', events, () => server.database())));
      rows.push(await besideTheFollower('PostgreSQL', folder, await server.database()));
    } finally {
      await server.remove();
    }
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function onEngine(
  engine: string,
  events: readonly OversightEvent[],
  address: () => string | Promise<string>,
): Promise<Row[]> {
  const database = await openStore({
    address: await address(),
    clock: () => 0,
    schema: 'migrate',
  });
  try {
    await enter(database, events);
    const authorities = [...new Set(events.map(({ authority }) => authority))];
    const config = { authorities: authorities.map((code) => ({ code })) };
    const store = { database, logs: logsOf(database), config } as never;
    const [, build] = await timed(() => catchUp(store, { most: PAGE }));
    const figures = new StoredFigures(store);
    const caller = { role: 'supervisor', authorities } as unknown as Caller;
    const ask = async (filter: object): Promise<number> => {
      const times: number[] = [];
      for (let i = 0; i < ASKED; i += 1) {
        const request = { format: 'chidu-figures-request/1' as const, ...filter };
        times.push((await timed(() => figures.figures(caller, request)))[1]);
      }
      return Math.round(percentile(times, 0.5));
    };
    const [first, opening] = await timed(() =>
      figures.figures(caller, { format: 'chidu-figures-request/1' }),
    );
    const cases = first.figures.find(({ id }) => id === 'board.cases')?.numerator ?? 0;
    const whole = await ask({});
    const unit = await ask({ authorities: authorities.slice(0, 1) });
    const month = await ask({ from: '2026-05-01', to: '2026-06-01' });
    const violation = await ask({ violation: 'price-no-marking' });
    const [, page] = await timed(() =>
      figures.ids(caller, {
        format: 'chidu-figure-ids-request/1',
        figure: 'use.unreasoned',
        part: 'in',
        limit: 500,
      }),
    );
    return [
      {
        what: `${engine}: figures of ${events.length} entries, ${cases} cases`,
        'made in s': Math.round(build / 1000),
        'entries a second': Math.round((events.length * 1000) / build),
        'first ms': Math.round(opening),
        'whole ms': whole,
        'one unit ms': unit,
        'one month ms': month,
        'one violation ms': violation,
        '500 ids ms': Math.round(page),
      },
    ];
  } finally {
    await database.close();
  }
}

async function enter(database: Database, events: readonly OversightEvent[]): Promise<void> {
  const logs = Map.groupBy(events, ({ authority, year }) => `${authority} ${year}`);
  for (const own of logs.values())
    for (let from = 0; from < own.length; from += ENTERED)
      await enterEvents(database, own.slice(from, from + ENTERED));
}

async function timed<T>(work: () => Promise<T>): Promise<[T, number]> {
  const started = performance.now();
  const done = await work();
  return [done, performance.now() - started];
}
