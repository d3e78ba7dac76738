import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TaskSending, TaskStepRequest } from '../../api/index.ts';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { dayAt, supervising } from '../fixtures/supervising.ts';
import { onBothEngines } from '../store/fixtures/engines.ts';
import { sweepTasks } from './sweep.ts';

const RECEIPT = { number: '示纪收〔2026〕21号', on: '2026-11-20', sha256: 'ab'.repeat(32) };

onBothEngines('a task to another body', (engine) => {
  let at: Running;
  let of: ReturnType<typeof supervising>;
  let last = 0;
  beforeAll(async () => {
    at = await runService({ store: await engine.address() });
    of = supervising(at);
  });
  afterAll(() => at.close());

  /** Sent on Friday, 20 November 2026: five working days for the receipt end on the 27th. */
  const send = (more: Partial<TaskSending> = {}, id?: string) => {
    last += 1;
    return at.as('supervisor').sendTask({
      body: {
        format: 'chidu-task-sending/1',
        authority: AUTHORITY,
        number: `示司函〔2026〕${last}号`,
        direction: 'out',
        body: { kind: 'discipline', name: '示例区纪委监委', code: null },
        kind: 'hand-over',
        case: '示市监案〔2026〕7号',
        text: '现将有关问题移送你单位。',
        sent: '2026-11-20',
        receiptDays: 5,
        answerDays: 10,
        ...more,
      },
      ...(id && { id }),
    });
  };
  const step = (number: string, more: Omit<TaskStepRequest, 'format' | 'authority'>) =>
    at.as('supervisor').stepTask({
      params: { number },
      body: { format: 'chidu-task-step/1', authority: AUTHORITY, ...more },
    });
  const list = async (state?: 'sent' | 'receipt-missing' | 'answered') => {
    const query = { authority: AUTHORITY, ...(state && { state }) };
    return answered(await at.as('supervisor').listTasks({ query })).tasks;
  };
  const sweep = () => sweepTasks(at.running.service, AUTHORITY);

  it('goes out about a supervision case, has its receipt, then its answer, each an entry', async () => {
    const { supervision } = await of.opened();
    const { task, place } = answered(await send({ supervision: supervision.id }));
    expect(task).toMatchObject({ state: 'sent', due: '2026-11-27', receipt: null });
    const answer = { step: 'answer', text: '已立案审查。', result: 'filed' } as const;
    expect(await step(task.id, { ...answer, version: 0 })).toMatchObject({
      status: 409,
      error: 'step-not-allowed',
    });
    const receipt = { step: 'receipt', version: 0, receipt: RECEIPT } as const;
    const both = await Promise.all([step(task.id, receipt), step(task.id, receipt)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ status: 409, error: 'changed-meanwhile' });
    const done = answered(await step(task.id, { ...answer, version: 1 }));
    expect(done.task).toMatchObject({ state: 'answered', result: 'filed', receipt: RECEIPT });
    const entries = (await of.events()).filter(({ data }) => data?.task === task.id);
    expect(entries.map(({ kind, refersTo }) => [kind, refersTo])).toEqual([
      ['task', null],
      ['task-step', place.index],
      ['task-step', place.index],
    ]);
    expect(JSON.stringify(entries)).not.toMatch(/纪委|移送你|立案审查/);
  });

  it('is not told to those who are supervised', async () => {
    const query = { authority: AUTHORITY, year: '2026' };
    const { events } = answered(await at.as('head').listEvents({ query }));
    const told = events.filter(({ kind }) => kind.startsWith('task'));
    expect([told.length > 0, told.every(({ data }) => data === null)]).toEqual([true, true]);
  });

  it('comes from another body too, about a clue that it brought, under the number of its own', async () => {
    const { clue } = answered(
      await at.as('supervisor').takeClue({
        body: {
          format: 'chidu-clue-report/1',
          authority: AUTHORITY,
          channel: 'judicial-advice',
          feed: '司法建议',
          number: '1',
          on: '2026-11-18',
          text: '同案不同罚。',
        },
      }),
    );
    const body = { kind: 'court', name: '示例区人民法院', code: null } as const;
    const number = '（2026）示0106司建1号';
    const came = { direction: 'in', body, kind: 'advise', number, clue: clue.id } as const;
    expect(answered(await send(came)).task).toMatchObject({ direction: 'in', state: 'sent' });
    expect(await send(came)).toMatchObject({ status: 409, at: '/number' });
    const html = answered(
      await at.as('supervisor').taskPaper({
        params: { number },
        query: { authority: AUTHORITY, supervisor: '示例区司法局' },
      }),
    );
    expect(html).toContain('<h2>回执</h2><p>示例区人民法院：</p>');
    expect(await send({ clue: '0000-0000-0000-0000' })).toMatchObject({ status: 404, at: '/clue' });
    expect(await send({ sent: '2026-11-23' })).toMatchObject({ status: 400, at: '/sent' });
    expect(await send({ number: '张三的事' })).toMatchObject({ status: 400, at: '/body/number' });
  });

  it('is sent once by one request', async () => {
    const number = '示司函〔2026〕900号';
    const both = await Promise.all([1, 2].map(() => send({ number }, 'send-once-1')));
    expect(both.map(answered)).toEqual([answered(both[0] ?? expect.fail()), expect.anything()]);
    expect((await list()).filter(({ task }) => task.id === number)).toHaveLength(1);
  });

  it('forgets what an erased entry said', async () => {
    const { task, place } = answered(await send({ text: '秘密内容' }));
    const { year, index } = place;
    answered(
      await at.as('supervisor').erase({
        body: { format: 'chidu-erasure/1', authority: AUTHORITY, year, index, ground: '依法删除' },
      }),
    );
    expect(JSON.stringify(await list())).not.toContain('秘密内容');
    const receipt = { step: 'receipt', receipt: RECEIPT } as const;
    expect(await step(task.id, { ...receipt, version: 0 })).toMatchObject({
      error: 'changed-meanwhile',
    });
    answered(await step(task.id, { ...receipt, version: 1 }));
    const entered = (await of.events()).findLast(({ kind }) => kind === 'task-step');
    answered(
      await at.as('supervisor').erase({
        body: {
          format: 'chidu-erasure/1',
          authority: AUTHORITY,
          year,
          index: entered?.index ?? -1,
          ground: '依法删除',
        },
      }),
    );
    const kept = (await list()).find(({ task: { id } }) => id === task.id)?.task.receipt;
    expect(kept).toMatchObject({ on: RECEIPT.on, sha256: '0'.repeat(64) });
    expect(kept?.number).not.toBe(RECEIPT.number);
  });

  it('whose receipt does not come is given back once, then urged, and late once more', async () => {
    const waiting = (await list('sent')).length;
    at.clock.now = dayAt('2026-11-27');
    expect(await sweep()).toBe(0);
    at.clock.now = dayAt('2026-11-28');
    const counts = await Promise.all([sweep(), sweep()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(waiting);
    expect(await sweep()).toBe(0);
    const missing = await list('receipt-missing');
    expect(missing).toHaveLength(waiting);
    const { id, version } = missing[0]?.task ?? expect.fail();
    const urge = { step: 'urge', version, text: '请予回执。', days: 2 } as const;
    expect(answered(await step(id, urge)).task).toMatchObject({ state: 'sent', due: '2026-12-01' });
    at.clock.now = dayAt('2026-12-02');
    expect(await sweep()).toBe(1);
    const raise = { step: 'raise', version: version + 2, text: '提请联席会议协调。' } as const;
    expect(answered(await step(id, raise)).task.state).toBe('raised');
  });
});
