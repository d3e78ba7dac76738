import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { FigureIds, FigureIdsRequest } from '../../api/index.ts';
import { boardFigures, openBoard, selectCases, WHOLE_BOARD } from '../../oversight/board/index.ts';
import { caseHistories, type OversightEvent, remedyFigures } from '../../oversight/index.ts';
import { addDays } from '../../text/index.ts';
import type { Caller } from '../caller.ts';
import type { Service } from '../service.ts';
import { onBothEngines } from '../store/fixtures/engines.ts';
import { openStore } from '../store/open-store.ts';
import { figureTables } from '../store/records/figures.ts';
import type { Database } from '../store/sql/database.ts';
import { enterEvents, logsOf } from './fixtures/entered.ts';
import { catchUp, Follower } from './follower.ts';
import { isCounted } from './profile.ts';
import { StoredFigures } from './stored-figures.ts';

const A = '11330424MB0000001X';
const B = '11330424MB0000002X';
const AUTHORITIES = [A, B];

const code = fc.integer({ min: 1, max: 4 }).map((n) => String(n).repeat(64));
const caseNumber = fc.integer({ min: 1, max: 3 }).map((n) => `案${n}号`);
const fine = fc.option(fc.constantFrom(0, 100, 150, 200, 300, 400), { nil: null });
const issued = fc.record({
  case: caseNumber,
  violation: fc.constantFrom('food-unlicensed', 'price-no-marking'),
  rule: fc.constant('ab'),
  benchmark: fc.constant({ pack: 'p', version: '1' }),
  documentKind: fc.integer({ min: 1, max: 4 }),
  tier: fc.integer({ min: 1, max: 5 }),
  points: fc.constant(null),
  range: fc.constantFrom(null, { min: 100, max: 300 }),
  fine,
  suggestion: fine,
  kinds: fc.constant([3]),
  factors: fc.constant([]),
  facts: fc.constant([]),
  flags: fc.constantFrom([], ['departure']),
  replaces: fc.constant(null),
});
const day = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-03-01', n));
const own = { seen: fc.constant('x'), source: fc.constant('s') };
type Draft = Pick<OversightEvent, 'kind' | 'data'> & { code?: string; back?: number };
const draft: fc.Arbitrary<Draft> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('issued'), code, data: issued }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('stage'),
      data: fc.oneof(
        fc.record({
          case: caseNumber,
          stage: fc.constantFrom('filed', 'noticed', 'served', 'closed'),
          on: day,
          ...own,
        }),
        fc.constantFrom({ case: '案1号' }, {}),
      ),
    }),
  },
  fc.record({
    kind: fc.constant('decided'),
    code,
    data: fc.record({
      outcome: fc.constantFrom('penalty', 'none'),
      differs: fc.constantFrom('same', 'lighter', 'other'),
      tier: fc.integer({ min: 1, max: 5 }),
      fine,
      kinds: fc.constant([3]),
      decided: day,
    }),
  }),
  fc.record({
    kind: fc.constantFrom('first-viewed', 'withdrawn'),
    code,
    data: fc.constant({}),
  }),
  fc.record({
    kind: fc.constant('objected'),
    code,
    data: fc.constant({ disputed: [{ kind: 'amount' }], attachments: 0, contact: false }),
  }),
  fc.record({
    kind: fc.constantFrom('answered', 'routed'),
    code,
    back: fc.integer({ min: 1, max: 6 }),
    data: fc.record({
      step: fc.constant('answer'),
      state: fc.constant('answered'),
      result: fc.constantFrom('upheld', 'not-upheld'),
    }),
  }),
  fc.record({
    kind: fc.constant('remedy'),
    data: fc.record({
      case: caseNumber,
      kind: fc.constantFrom('suit', 'reconsideration'),
      state: fc.constantFrom('pending', 'ended'),
      on: day,
      confirmed: fc.constant(true),
      result: fc.constantFrom('kept', 'changed'),
    }),
  }),
  fc.record({
    kind: fc.constant('document-changed'),
    code,
    data: fc.record({
      case: caseNumber,
      part: fc.constant('notice'),
      gone: fc.boolean(),
      seen: own.seen,
    }),
  }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('erasure'),
      back: fc.integer({ min: 1, max: 8 }),
      data: fc.constant(null),
    }),
  },
);

/** Two years of one authority and one of another: entries refer back, into the year before too, and some are erased. */
const world = fc
  .array(fc.tuple(fc.constantFrom(0, 0, 1), draft), { maxLength: 40, size: 'max' })
  .map((drafts) => {
    const events: OversightEvent[] = [];
    const sizes = new Map<string, number>();
    const turn = Math.floor(drafts.length / 2);
    for (const [i, [which, { kind, data, code: codeId, back }]] of drafts.entries()) {
      const authority = AUTHORITIES[which] as string;
      const year = which === 0 && i >= turn ? 2027 : 2026;
      const index = sizes.get(`${authority} ${year}`) ?? 0;
      sizes.set(`${authority} ${year}`, index + 1);
      const before = events.filter((one) => one.authority === authority);
      const target = back === undefined ? undefined : before.at(-back);
      const erasure = kind === 'erasure';
      events.push({
        authority,
        year,
        index,
        at: new Date(Date.UTC(year, 2, 1, i)).toISOString(),
        kind,
        codeId: erasure ? null : (codeId ?? null),
        refersTo: target?.index ?? (back === undefined ? null : 0),
        ...(target && target.year !== year && { refersToYear: target.year }),
        role: 'officer',
        kid: 'ab'.repeat(8),
        data: erasure ? null : data,
      });
    }
    return events;
  });

/** The same as an export shows it after all of it: bodies that were erased are gone. */
function exported(events: readonly OversightEvent[]): OversightEvent[] {
  const erased = new Set(
    events.flatMap(({ kind, authority, year, refersTo, refersToYear }) =>
      kind === 'erasure' ? [`${authority}/${refersToYear ?? year}/${refersTo}`] : [],
    ),
  );
  return events.map((one) =>
    erased.has(`${one.authority}/${one.year}/${one.index}`) ? { ...one, data: null } : one,
  );
}

/** The same world under authorities of its own, so that one store can hold many. */
function renamed(events: readonly OversightEvent[], names: readonly string[]): OversightEvent[] {
  return events.map((one) => ({
    ...one,
    authority: names[AUTHORITIES.indexOf(one.authority)] as string,
  }));
}

let worlds = 0;
const newAuthorities = (): [string, string] => {
  worlds += 1;
  const number = String(worlds).padStart(7, '0');
  return [`11330424M${number}1X`, `11330424M${number}2X`];
};

/** What was made of the logs of an authority. */
const rowsOf = ({ reader }: Database, authority: string) =>
  Promise.all(
    [
      'thread, id, began, violation, profile from figure_case where authority = $1 order by thread',
      'year, idx, thread from figure_entry where authority = $1 order by year, idx',
      'name, thread from figure_name where authority = $1 order by name',
      'year, idx, kind, why, thread from figure_unread where authority = $1 order by year, idx',
    ].map((query) => reader.all(`select ${query}`, [authority])),
  );

onBothEngines('figures by the store', (engine) => {
  let database: Database;
  beforeAll(async () => {
    const address = await engine.address();
    database = await openStore({ address, clock: () => 0, schema: 'migrate' });
  }, 60_000);
  afterAll(() => database.close());

  const over = (authorities: readonly string[]) => {
    const config = { authorities: authorities.map((authority) => ({ code: authority })) };
    const service = { database, logs: logsOf(database), config } as unknown as Service;
    const caller = { role: 'supervisor', authorities } as unknown as Caller;
    return { service, caller, figures: new StoredFigures(service) };
  };

  const runs = (many: number) => ({
    seed: 90_005,
    numRuns: engine.name === 'SQLite' ? many : Math.ceil(many / 5),
  });

  it('are those of the fold in memory, whatever the filter, and name the same cases', async () => {
    await fc.assert(
      fc.asyncProperty(world, fc.integer({ min: 3, max: 40 }), async (made, page) => {
        const authorities = newAuthorities();
        const events = renamed(made, authorities);
        const { service, caller, figures } = over(authorities);
        await enterEvents(database, events);
        await catchUp(service, { most: page });
        const { cases, unread } = caseHistories(exported(events));
        for (const filter of [
          {},
          { authorities: [authorities[0]] },
          { from: '2026-03-01', to: '2027-03-01' },
          { violation: 'price-no-marking' },
        ]) {
          const asked: readonly string[] = filter.authorities ?? authorities;
          const board = openBoard({ cases: cases.filter((one) => asked.includes(one.authority)) });
          const selected = selectCases(board, { ...WHOLE_BOARD, ...filter });
          const wanted = [
            ...boardFigures(selected),
            ...remedyFigures(selected.map(({ history }) => history)),
          ].filter(({ definition }) => isCounted(definition));
          const found = await figures.figures(caller, {
            format: 'chidu-figures-request/1',
            ...filter,
          });
          expect(new Map(found.figures.map((one) => [one.id, one]))).toEqual(
            new Map(wanted.map(({ in: _in, of: _of, ...one }) => [one.id, one])),
          );
          expect(found.unread).toBe(
            unread.filter(({ place }) => asked.includes(place.authority)).length,
          );
          const some = wanted.filter(({ numerator }) => numerator > 0).slice(0, 12);
          for (const { id, ...figure } of some) {
            expect([id, await all(figures, caller, { ...filter, figure: id, part: 'in' })]).toEqual(
              [id, figure.in],
            );
            expect([id, await all(figures, caller, { ...filter, figure: id, part: 'of' })]).toEqual(
              [id, figure.of],
            );
          }
        }
      }),
      runs(12),
    );
  }, 60_000);

  it('are the same rows however the entries came in, and read anew from the first', async () => {
    const chunks = fc.array(fc.integer({ min: 5, max: 20 }), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(world, chunks, async (made, sizes) => {
        const [authority, other] = newAuthorities();
        const events = renamed(made, [authority, other]);
        const { service } = over([authority, other]);
        for (let from = 0, turn = 0; from < events.length; turn += 1) {
          const to = from + (sizes[turn % sizes.length] as number);
          await enterEvents(database, events.slice(from, to));
          // Two who follow at once.
          await Promise.all([catchUp(service, { most: 8 }), catchUp(service, { most: 5 })]);
          from = to;
        }
        for (const each of [authority, other]) {
          const grown = await rowsOf(database, each);
          await database.write(async (sql) => {
            await sql.run('update figure_follower set edition = 0 where authority = $1', [each]);
          });
          await catchUp(service);
          expect(await rowsOf(database, each)).toEqual(grown);
        }
      }),
      runs(12),
    );
  }, 60_000);

  /** As many entries of a log, from an index on. */
  const stages = (authority: string, from: number, many: number): OversightEvent[] =>
    Array.from({ length: many }, (_, i) => ({
      authority,
      year: 2026,
      index: from + i,
      at: '2026-03-01T00:00:00Z',
      kind: 'first-viewed',
      codeId: '1'.repeat(64),
      refersTo: null,
      role: 'party',
      kid: null,
      data: {},
    }));
  const readOf = async (authority: string) =>
    (await figureTables.followers(database.reader)).get(authority)?.read['2026'] ?? 0;

  it('of an authority do not wait for another one that never rests', async () => {
    const [busy, quiet] = newAuthorities();
    const { service } = over([busy, quiet]);
    await enterEvents(database, [...stages(busy, 0, 4), ...stages(quiet, 0, 4)]);
    const seen: number[] = [];
    const growing: Database = {
      ...database,
      reader: database.reader,
      write: async (work) => {
        const done = await database.write(work);
        if (seen.length < 8) {
          seen.push(await readOf(quiet));
          await enterEvents(database, stages(busy, 4 * seen.length, 4));
        }
        return done;
      },
    };
    await catchUp({ ...service, database: growing }, { most: 4 });
    expect(seen).toHaveLength(8);
    expect(seen[2]).toBe(4);
    expect(await readOf(busy)).toBe(36);
  });

  it('of an authority do not wait for another one that cannot be read', async () => {
    const [broken, whole] = newAuthorities();
    const { service } = over([broken, whole]);
    await enterEvents(database, [...stages(broken, 0, 4), ...stages(whole, 0, 4)]);
    const { logs } = service;
    const { entries } = Object.getPrototypeOf(logs) as typeof logs;
    const damaged = vi.spyOn(logs, 'entries').mockImplementation(async (log, from, limit) => {
      if (log.authority === broken) throw new Error('damaged');
      return entries.call(logs, log, from, limit);
    });
    await expect(catchUp(service)).rejects.toThrow('damaged');
    expect([await readOf(broken), await readOf(whole)]).toEqual([0, 4]);
    damaged.mockRestore();
    await catchUp(service);
    expect(await readOf(broken)).toBe(4);
  });

  it('are left where they are when the service stops, however long they would rest', async () => {
    const [authority] = newAuthorities();
    const { service } = over([authority]);
    await enterEvents(database, stages(authority, 0, 20));
    // Each look at the clock is a day later, so that a page took a day.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
      now += 86_400_000;
      return now;
    });
    const follower = new Follower(service, (error) => expect.fail(String(error)));
    const running = follower.run();
    try {
      await vi.waitFor(async () => expect(await readOf(authority)).toBeGreaterThan(0), 10_000);
    } finally {
      await follower.close();
      clock.mockRestore();
    }
    await running;
    expect(await readOf(authority)).toBeLessThan(20);
  });

  it('count nothing twice where a transaction breaks off', async () => {
    const [authority, other] = newAuthorities();
    const [made = []] = fc.sample(world, { seed: 7, numRuns: 1 });
    const { service } = over([authority, other]);
    await enterEvents(database, renamed(made, [authority, other]));
    let writes = 0;
    const breaking: Database = {
      ...database,
      reader: database.reader,
      write: (work) =>
        database.write(async (sql) => {
          const done = await work(sql);
          writes += 1;
          if (writes % 2 === 1) throw new Error('broken off');
          return done;
        }),
    };
    const broken = { ...service, database: breaking };
    for (let tries = 0; tries < 60; tries += 1) {
      await catchUp(broken, { most: 1 }).catch(() => undefined);
    }
    expect(writes).toBeGreaterThan(4);
    const grown = await rowsOf(database, authority);
    expect(grown.flat().length).toBeGreaterThan(0);
    await database.write(async (sql) => {
      await sql.run('update figure_follower set edition = 0 where authority = $1', [authority]);
    });
    await catchUp(service);
    expect(await rowsOf(database, authority)).toEqual(grown);
  }, 60_000);
});

/** All pages of ids. */
async function all(
  figures: StoredFigures,
  caller: Caller,
  request: Omit<FigureIdsRequest, 'format'>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page: FigureIds = await figures.ids(caller, {
      format: 'chidu-figure-ids-request/1',
      limit: 2,
      ...request,
      ...(after !== undefined && { after }),
    });
    ids.push(...page.ids);
    after = page.next;
  }
  return ids;
}
