import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createClient } from '@chidu/sdk/api/client';
import type { Place } from './appends.ts';
import { milliseconds, percentile } from './percentile.ts';

const SERVED = fileURLToPath(new URL('served.ts', import.meta.url));
/** Few objections to a code: as many to one would be another measurement. */
const CODES = 200;
const PER_SECOND = 100;
/** Five seconds: what runs ever again is compiled by then. */
const WARM_UP = 500;
const COUNT = 1_500;

/**
 * Objections over HTTP, sent when their time has come whether or not earlier ones were answered, to a service in a process
 * of its own. Measured from the time when each was due.
 */
export async function objections({
  engine,
  folder,
  address,
}: Place): Promise<Record<string, string | number>[]> {
  const memory = join(folder, `${engine}-served`);
  const args = ['--conditions=development', SERVED, await address(), String(CODES), memory];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const { url, codes } = JSON.parse(line) as { url: string; codes: string[] };
    const { object } = createClient({ base: url });
    const times: number[] = [];
    let refused = 0;
    const started = performance.now();
    const sent = Array.from({ length: WARM_UP + COUNT }, async (_, number) => {
      const due = started + (number * 1000) / PER_SECOND;
      await pause(Math.max(0, due - performance.now()));
      const answer = await object({
        body: {
          format: 'chidu-objection/1',
          code: codes[number % CODES] as string,
          disputed: [{ kind: 'factor', factor: 2 }],
          text: `货值认定有误，请复核（${number}）。`,
        },
      });
      if (!answer.ok) refused += 1;
      else if (number >= WARM_UP) times.push(performance.now() - due);
    });
    await Promise.all(sent);
    return [
      {
        what: `${engine}: objection over HTTP, ${PER_SECOND} a second`,
        refused,
        'p50 ms': milliseconds(percentile(times, 0.5)),
        'p99 ms': milliseconds(percentile(times, 0.99)),
      },
    ];
  } finally {
    child.kill('SIGTERM');
    await ended;
  }
}
