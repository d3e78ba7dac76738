import { expect, it } from 'vitest';
import { fuzzService } from './fixtures/fuzz.ts';
import { runService } from './fixtures/running.ts';

it('answers whatever comes in its own form: a small part of npm run drill -- service-fuzz', async () => {
  const at = await runService({ listen: true, config: { limits: LIMITS } });
  const url = 'url' in at.running ? at.running.url : '';
  const { sent, faults, byStatus } = await fuzzService(at, url, { count: 1500, seed: 20_261_122 });
  await at.close();
  expect(faults).toEqual([]);
  expect(sent).toBe(1500);
  // It gets past the doors: some is done, some refused at each depth.
  for (const status of ['200', '201', '400', '401', '403', '404', '409']) {
    expect(byStatus).toHaveProperty(status);
  }
});

const LIMITS = {
  issuePerDay: 1_000_000,
  detailPerHour: 1_000_000,
  lookupPerHour: 1_000_000,
  objectionsPerDay: 1_000_000,
  openPerMinute: 1_000_000,
};
