import { afterEach, expect, it, vi } from 'vitest';
import { NEXT_UPDATE, runService } from './fixtures/running.ts';

afterEach(() => {
  vi.useRealTimers();
});

it('waits for one round of what is done without being asked when it stops, however long that took', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const at = await runService();
  let rounds = 0;
  const waiting = Promise.withResolvers<number>();
  const asked = vi.spyOn(at.running.service.trust, 'nextUpdate').mockImplementation(() => {
    rounds += 1;
    return waiting.promise;
  });
  // Five rounds are due before the first is through.
  vi.advanceTimersByTime(300_000);
  await vi.waitFor(() => expect(rounds).toBe(1));
  const closed = at.close();
  waiting.resolve(NEXT_UPDATE);
  await closed;
  expect(rounds).toBe(1);
  asked.mockRestore();
});
