import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { AUTHORITY, answered, type Running, runService } from '../fixtures/running.ts';
import { dayAt, evidence, opening, RESPOND, supervising } from '../fixtures/supervising.ts';
import { onBothEngines, temporaryFolder } from '../store/fixtures/engines.ts';
import { sweepSupervisions } from './sweep.ts';

/** Served on Monday, 12 October 2026: five working days were over on the 19th. */
const LONG_AGO = { days: 5, opinion: { ...opening('').opinion, served: '2026-10-12' } };

onBothEngines('a period that runs out', (engine) => {
  let at: Running;
  let of: ReturnType<typeof supervising>;
  const sweep = () => sweepSupervisions(at.running.service, AUTHORITY);
  beforeAll(async () => {
    at = await runService({ store: await engine.address() });
    of = supervising(at);
  });
  afterAll(() => at.close());

  it('leads to a draft for the government the day after its last, once, whoever comes first', async () => {
    const { id } = (await of.opened()).supervision;
    at.clock.now = dayAt('2026-12-04');
    expect(await sweep()).toBe(0);
    expect((await of.read(id)).supervision.state).toBe('issued');
    at.clock.now = dayAt('2026-12-05');
    const counts = await Promise.all([sweep(), sweep(), sweep()]);
    expect(counts.reduce((sum, count) => sum + count)).toBe(1);
    expect(await sweep()).toBe(0);
    const { supervision } = await of.read(id);
    expect(supervision).toMatchObject({ state: 'submission-drafted', version: 1 });
    expect(supervision.steps.map(({ step, on }) => [step, on])).toEqual([
      ['overdue', '2026-12-05'],
    ]);
    const entries = (await of.events()).filter(
      ({ kind, data }) => kind === 'supervision-step' && data?.supervision === id,
    );
    expect(entries).toMatchObject([
      { role: 'service', kid: null, data: { step: 'overdue', state: 'submission-drafted' } },
    ]);
    const draft = answered(await of.paper('supervisor', id, 'submission'));
    for (const part of ['草稿，未经审定', '示例区人民政府', '没有收到书面反馈', '2026-12-04届满']) {
      expect(draft).toContain(part);
    }
    expect(await of.paper('head', id, 'submission')).toMatchObject({ status: 404, at: '/paper' });
    const sent = await of.step('supervisor', id, { step: 'submit', version: 1, text: '已报送。' });
    expect(answered(sent).supervision.state).toBe('submitted');
  });

  it('does nothing to what was answered, and waits while a remedy runs', async () => {
    const done = (await of.opened(LONG_AGO)).supervision.id;
    answered(await of.step('head', done, { version: 0, ...RESPOND, evidence: [evidence(1)] }));
    const waits = (await of.opened({ ...LONG_AGO, case: '示市监案〔2026〕701号' })).supervision.id;
    answered(await of.remedy('示市监案〔2026〕701号', 'pending'));
    expect(await sweep()).toBe(0);
    answered(await of.remedy('示市监案〔2026〕701号', 'ended'));
    expect(await sweep()).toBe(1);
    const states = await Promise.all(
      [done, waits].map(async (id) => (await of.read(id)).supervision.state),
    );
    expect(states).toEqual(['responded', 'submission-drafted']);
  });

  it('is not over where the holidays of its year are not published', async () => {
    const served = { ...opening('').opinion, served: '2026-12-29' };
    at.clock.now = dayAt('2026-12-29');
    const { id, due } = (await of.opened({ opinion: served, days: 5 })).supervision;
    expect(due).toBeNull();
    at.clock.now = dayAt('2027-06-01');
    expect(await sweep()).toBe(0);
    expect((await of.read(id)).supervision.state).toBe('issued');
  });
});

describe('without being asked', () => {
  const folder = temporaryFolder();

  it('the service looks once in every period that is configured', async () => {
    const at = await runService({ config: { jobSeconds: 1 } });
    const of = supervising(at);
    const late = await Promise.all([of.opened(LONG_AGO), of.opened(LONG_AGO)]);
    await vi.waitFor(
      async () => {
        for (const { supervision } of late) {
          expect((await of.read(supervision.id)).supervision.state).toBe('submission-drafted');
        }
      },
      { timeout: 30_000, interval: 100 },
    );
    await at.close();
  });

  it('what ran out while nothing ran is caught up at the start, and not done again at the next', async () => {
    const store = `sqlite:${join(folder, 'restarted.db')}`;
    const first = await runService({ store });
    const { id } = (await supervising(first).opened(LONG_AGO)).supervision;
    expect((await supervising(first).read(id)).supervision.state).toBe('issued');
    await first.close();
    const { people } = first;
    for (const start of ['second', 'third']) {
      const again = await runService({ store, people, adopt: true });
      const { steps } = (await supervising(again).read(id)).supervision;
      expect([start, steps.map(({ step }) => step)]).toEqual([start, ['overdue']]);
      await again.close();
    }
  });
});
