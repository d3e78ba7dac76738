import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AUTHORITY, answered, type Running, runService } from './fixtures/running.ts';
import { opening, supervising } from './fixtures/supervising.ts';
import {
  postgresPrograms,
  type TemporaryPostgres,
  temporaryPostgres,
} from './store/fixtures/temporary-postgres.ts';
import { checkLog } from './store/index.ts';
import { sweepSupervisions } from './supervision/sweep.ts';

// Needs a PostgreSQL server on the machine; without one this is skipped, and said to be.
describe.skipIf(postgresPrograms() === null)('two instances on one PostgreSQL', () => {
  let server: TemporaryPostgres;
  let one: Running;
  let two: Running;
  beforeAll(async () => {
    server = await temporaryPostgres();
    const store = await server.database();
    one = await runService({ store });
    answered(await one.as('officer').issueCode({ body: one.request() }));
    two = await runService({ store, people: one.people, adopt: true });
  });
  afterAll(async () => {
    await one?.close();
    await two?.close();
    await server?.remove();
  });

  it('are one service: what one did the other knows, and nothing is done twice', async () => {
    const body = one.request();
    const id = 'outbox-shared-1';
    const both = await Promise.all(
      [one, two, one, two].map((each) => each.as('officer').issueCode({ body, id })),
    );
    const codes = both.map((each) => answered(each));
    expect(new Set(codes.map(({ codeId }) => codeId)).size).toBe(1);
    const [{ text } = expect.fail()] = codes;
    const objection = {
      format: 'chidu-objection/1' as const,
      code: text,
      disputed: [{ kind: 'amount' as const }],
      text: '金额过高',
    };
    const receipts = await Promise.all(
      [one, two].map((each) => each.party.object({ body: objection })),
    );
    expect(new Set(receipts.map((each) => answered(each).number)).size).toBe(1);
    const [{ number }] = [answered(receipts[0] ?? expect.fail())];
    const step = {
      params: { number },
      body: {
        format: 'chidu-objection-step/1' as const,
        authority: AUTHORITY,
        step: 'accept' as const,
        version: 0,
      },
    };
    const steps = await Promise.all(
      [one, two].map((each) => each.as('supervisor').stepObjection(step)),
    );
    expect(steps.filter(({ ok }) => ok)).toHaveLength(1);
    expect(steps.find(({ ok }) => !ok)).toMatchObject({ status: 409 });
  });

  it('take a supervision case that ran out to the draft of a submission, one of them', async () => {
    const of = supervising(one);
    const opinion = { ...opening('').opinion, served: '2026-10-12' };
    const { id } = (await of.opened({ days: 5, opinion })).supervision;
    const counts = await Promise.all(
      [one, two].map(({ running }) => sweepSupervisions(running.service, AUTHORITY)),
    );
    expect(counts.sort()).toEqual([0, 1]);
    expect((await supervising(two).read(id)).supervision.steps).toHaveLength(1);
  });

  it('write one log that holds together', async () => {
    const many = Array.from({ length: 12 }, (_, index) => {
      const each = index % 2 === 0 ? one : two;
      return each.as('officer').issueCode({ body: each.request() });
    });
    const places = (await Promise.all(many)).map((each) => answered(each).place.index);
    expect(new Set(places).size).toBe(12);
    const { database, logs } = two.running.service;
    const log = { authority: AUTHORITY, year: 2026 };
    const head = await logs.head(log);
    expect(await checkLog(database.reader, log)).toMatchObject({ root: head?.root });
  });
});
