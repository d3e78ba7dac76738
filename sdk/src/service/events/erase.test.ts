import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { checkLog } from '../store/index.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

it('deletes what was said, keeps the tree whole, and stays visible', async () => {
  const issued = answered(await at.as('officer').issueCode({ body: at.request() }));
  const { number, place } = answered(
    await at.party.object({
      body: {
        format: 'chidu-objection/1',
        code: issued.text,
        disputed: [{ kind: 'procedure' }],
        text: '含有第三人信息的陈述',
      },
    }),
  );
  const { year, index } = place;
  const body = {
    format: 'chidu-erasure/1' as const,
    authority: AUTHORITY,
    year,
    index,
    ground: '个人信息保护法第四十七条',
  };
  expect(await at.as('head').erase({ body })).toMatchObject({ status: 403 });
  const done = answered(await at.as('supervisor').erase({ body }));
  expect(await at.as('supervisor').erase({ body })).toMatchObject({ error: 'not-found' });

  const params = { number };
  const query = { authority: AUTHORITY };
  const file = answered(await at.as('supervisor').readObjection({ params, query }));
  expect([file.text, file.contact, file.attachments]).toEqual(['', null, []]);
  const { events } = answered(
    await at.as('auditor').listEvents({ query: { authority: AUTHORITY, year: String(year) } }),
  );
  expect(events[index]).toMatchObject({ kind: 'objected', data: null });
  expect(events[done.place.index]).toMatchObject({
    kind: 'erasure',
    refersTo: index,
    data: { kind: 'objected' },
  });
  const { database, logs } = at.running.service;
  const head = await logs.head({ authority: AUTHORITY, year });
  const checked = await checkLog(database.reader, { authority: AUTHORITY, year });
  expect(checked).toMatchObject({ size: head?.size, root: head?.root });
});
