import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { checkLog } from '../store/index.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

it('deletes an answer wherever it was kept, and from the file of the database', async () => {
  const words = '答复中提到的第三人';
  const fresh = await runService();
  try {
    const issued = answered(await fresh.as('officer').issueCode({ body: fresh.request() }));
    const disputed = [{ kind: 'procedure' as const }];
    const { number } = answered(
      await fresh.party.object({
        body: { format: 'chidu-objection/1', code: issued.text, disputed, text: '程序' },
      }),
    );
    const step = async (version: number, more: object) =>
      answered(
        await fresh.as('supervisor').stepObjection({
          params: { number },
          body: {
            format: 'chidu-objection-step/1',
            authority: AUTHORITY,
            version,
            ...more,
          } as never,
        }),
      );
    await step(0, { step: 'accept' });
    const done = await step(1, { step: 'answer', text: words, result: 'upheld' });
    const [, last] = done.steps;
    if (last === undefined) throw new Error('no second step');
    const { year, index } = last.place;
    const ground = '个人信息保护法第四十七条';
    const body = { format: 'chidu-erasure/1' as const, authority: AUTHORITY, year, index, ground };
    answered(await fresh.as('supervisor').erase({ body }));
    const view = answered(await fresh.party.viewCode({ body: { code: issued.text } }));
    expect(view.objections[0]?.answer).toMatchObject({ result: 'upheld', text: '' });
    await fresh.running.close();
    const file = readFileSync(join(fresh.folder, 'store.db'));
    expect(file.includes(words)).toBe(false);
    expect(file.includes(number)).toBe(true);
  } finally {
    await fresh.close().catch(() => undefined);
  }
});

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

  // Neither in the database, nor in what was written ahead of it, while the service runs.
  for (const name of readdirSync(at.folder).filter((each) => each.startsWith('store.db'))) {
    expect(readFileSync(join(at.folder, name)).includes('含有第三人信息的陈述')).toBe(false);
  }
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
