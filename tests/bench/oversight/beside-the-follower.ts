import { join } from 'node:path';
import { encodeLeaf } from '@chidu/sdk/log';
import { logsOf } from '../../../sdk/src/service/figures/fixtures/entered.ts';
import { catchUp, Follower } from '../../../sdk/src/service/figures/follower.ts';
import { AUTHORITY, logSigner } from '../../../sdk/src/service/store/fixtures/authority.ts';
import { openLog } from '../../../sdk/src/service/store/fixtures/opened-log.ts';
import type { NewEntry } from '../../../sdk/src/service/store/log/new-entry.ts';
import { milliseconds, percentile } from '../service/percentile.ts';

const TURNS = 6;
const TURN_SECONDS = 2;
/** Callers that wait for an entry at once. */
const CALLERS = 64;
/** Entries of a case, one after the other. */
const OF_A_CASE = 10;

/** Entries a second that are acknowledged, without and with a follower beside them in the same process, turn by turn. */
export async function besideTheFollower(
  engine: string,
  folder: string,
  address: string,
): Promise<Record<string, string | number>> {
  const memory = join(folder, `memory-${engine}`);
  const opened = await openLog({ address, memory, key: await logSigner() });
  try {
    const store = { database: opened.database, logs: logsOf(opened.database) };
    let count = 0;
    const turn = async (latencies: number[]): Promise<number> => {
      const started = performance.now();
      const end = started + TURN_SECONDS * 1000;
      const before = count;
      const caller = async () => {
        for (let now = performance.now(); now < end; ) {
          count += 1;
          await opened.log.append(stageOf(count));
          latencies.push(performance.now() - now);
          now = performance.now();
        }
      };
      await Promise.all(Array.from({ length: CALLERS }, caller));
      return ((count - before) * 1000) / (performance.now() - started);
    };
    await turn([]);
    await catchUp(store);
    const alone = { rates: [] as number[], latencies: [] as number[] };
    const beside = { rates: [] as number[], latencies: [] as number[] };
    for (let i = 0; i < TURNS; i += 1) {
      alone.rates.push(await turn(alone.latencies));
      await catchUp(store);
      const follower = new Follower(store, (error) => {
        throw error;
      });
      beside.rates.push(await turn(beside.latencies));
      await follower.close();
      await catchUp(store);
    }
    const rate = (rates: readonly number[]) => Math.round(percentile(rates, 0.5));
    return {
      what: `${engine}: entries acknowledged beside the follower`,
      'alone a second': rate(alone.rates),
      'beside it a second': rate(beside.rates),
      'alone p99 ms': milliseconds(percentile(alone.latencies, 0.99)),
      'beside it p99 ms': milliseconds(percentile(beside.latencies, 0.99)),
    };
  } finally {
    await opened.close();
  }
}

/** A stage of a case, as the service enters it. */
function stageOf(number: number): NewEntry {
  const body = {
    format: 'chidu-body/1',
    type: 'stage',
    public: {
      case: `示市监案〔2026〕${Math.ceil(number / OF_A_CASE)}号`,
      stage: 'filed',
      on: '2026-11-20',
      seen: '2026-11-20T02:00:00Z',
      source: 'demo:detail/stage',
    },
    private: {},
    request: null,
  };
  return {
    kind: 'stage',
    body: { salt: new Uint8Array(32), body: new TextEncoder().encode(JSON.stringify(body)) },
    data: ({ time }) =>
      encodeLeaf({
        type: 'stage',
        time: Math.floor(time / 1000),
        authority: AUTHORITY,
        bodyHash: '0'.repeat(64),
        actor: { role: 'officer', kid: 'ab'.repeat(8) },
      }),
  };
}
