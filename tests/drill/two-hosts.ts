import { failover } from './service/failover.ts';
import { mayMakeHosts } from './service/hosts.ts';

export const about =
  'The host of the PostgreSQL primary is lost under load; a synchronous standby takes over, and nothing acknowledged is lost.';

const BEFORE = 20_000;
const AFTER = 10_000;

export async function run(say: (line: string) => void): Promise<void> {
  if (!mayMakeHosts) {
    say('skipped: needs root, for network namespaces, and PostgreSQL');
    return;
  }
  const found = await failover(BEFORE, AFTER);
  say(JSON.stringify(found));
  if (found.lost + found.doubled + found.inconsistent > 0) {
    throw new Error('Something that was acknowledged did not survive the loss of a host.');
  }
}
