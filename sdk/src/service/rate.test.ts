import { expect, it } from 'vitest';
import { AUTHORITY, runService } from './fixtures/running.ts';
import { forgetRates, hitsSince } from './rate.ts';

it('counts within a window, and forgets windows that are over', async () => {
  const at = await runService();
  try {
    const { service } = at.running;
    const hit = () => hitsSince(service, AUTHORITY, 'lookup:a', 3_600_000);
    expect([await hit(), await hit()]).toEqual([1, 2]);
    expect(await forgetRates(service, AUTHORITY)).toBe(0);
    expect(await hit()).toBe(3);
    at.clock.now += 3 * 86_400_000;
    expect(await forgetRates(service, AUTHORITY)).toBe(1);
  } finally {
    await at.close();
  }
});
