import { fuzzService } from '../../sdk/src/service/fixtures/fuzz.ts';
import { runService } from '../../sdk/src/service/fixtures/running.ts';

export const about =
  'Sixty thousand requests made of the OpenAPI description: no 5xx, no word of the inside, no lost connection.';

const ROUNDS = 6;
const EACH = 10_000;
const UNLIMITED = {
  issuePerDay: 1_000_000,
  detailPerHour: 1_000_000,
  lookupPerHour: 1_000_000,
  objectionsPerDay: 1_000_000,
  openPerMinute: 1_000_000,
};

export async function run(say: (line: string) => void): Promise<void> {
  let sent = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const at = await runService({ listen: true, config: { limits: UNLIMITED } });
    const url = 'url' in at.running ? at.running.url : '';
    const seed = 20_261_122 + round;
    const done = await fuzzService(at, url, { count: EACH, seed, parallel: 32 });
    await at.close();
    sent += done.sent;
    const statuses = Object.entries(done.byStatus).map(([status, count]) => `${status}: ${count}`);
    say(
      `${sent.toLocaleString('en')} sent; ${statuses.join(', ')}; ${Object.keys(done.accepted).length} routes said yes`,
    );
    if (done.faults.length > 0) throw new Error(done.faults.join('\n'));
  }
}
