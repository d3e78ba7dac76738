import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ReceiptAudit } from './auditor.ts';
import { HOSTS, type Hosts, SHARED_ADDRESS, twoHosts } from './hosts.ts';
import type { Instance } from './instance.ts';
import type { Receipted } from './parties.ts';

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const INSTANCE = program('instance.ts');
const PARTIES = program('parties.ts');
const AUDITOR = program('auditor.ts');
const CODES = 5;

export interface Failover extends ReceiptAudit {
  readonly acknowledged: number;
  readonly acknowledgedAfter: number;
  /** From the loss of the first host to the first receipt after it, in milliseconds. */
  readonly untilWritable: number;
  /** Of that, until the standby was promoted: here at once; a cluster manager takes its time to be sure. */
  readonly untilPromoted: number;
}

/**
 * Two instances of the service on two hosts, and parties elsewhere who object over HTTP; the first host, with the primary,
 * is lost; the second goes on.
 */
export async function failover(before: number, after: number): Promise<Failover> {
  const hosts = await twoHosts();
  try {
    const receipted: Receipted[] = [];
    const first = await instance(hosts, 0, CODES);
    const second = await instance(hosts, 1, 0);
    const parties = node(hosts, 'elsewhere', [PARTIES], 'pipe');
    const partiesEnded = once(parties, 'close');
    parties.stdin?.end(
      JSON.stringify({ urls: [first.said.url, second.said.url], codes: first.said.codes }),
    );
    void (async () => {
      for await (const line of lines(parties)) {
        if (line.endsWith('}')) receipted.push(JSON.parse(line));
      }
    })();
    await until(() => receipted.length > 0);
    await pause(before);
    const lostAt = performance.now();
    await hosts.loseFirst();
    await first.ended;
    const soFar = receipted.length;
    await hosts.promoteSecond();
    const untilPromoted = performance.now() - lostAt;
    await until(() => receipted.length > soFar);
    const untilWritable = performance.now() - lostAt;
    await pause(after);
    parties.kill('SIGKILL');
    await partiesEnded;
    second.child.kill('SIGKILL');
    await second.ended;
    const audit = await auditOnSecond(hosts, receipted);
    return {
      ...audit,
      acknowledged: receipted.length,
      acknowledgedAfter: receipted.length - soFar,
      untilWritable: Math.round(untilWritable),
      untilPromoted: Math.round(untilPromoted),
    };
  } finally {
    await hosts.remove();
  }
}

async function instance(hosts: Hosts, host: 0 | 1, codes: number) {
  const memory = join(hosts.folder, 'memory', String(host));
  const adopt = host === 0 ? [] : ['adopt'];
  const args = [INSTANCE, SHARED_ADDRESS, memory, HOSTS[host], String(codes), ...adopt];
  const child = node(hosts, host, args);
  const ended = once(child, 'close');
  const [line] = (await Promise.race([
    once(lines(child), 'line'),
    ended.then(() => Promise.reject(new Error(`The instance on host ${host} has ended.`))),
  ])) as [string];
  return { child, ended, said: JSON.parse(line) as Instance };
}

async function auditOnSecond(hosts: Hosts, receipted: readonly Receipted[]) {
  const child = node(hosts, 1, [AUDITOR, SHARED_ADDRESS], 'pipe');
  child.stdin?.end(JSON.stringify(receipted));
  let text = '';
  for await (const chunk of child.stdout as NodeJS.ReadableStream) text += chunk;
  return JSON.parse(text) as ReceiptAudit;
}

const lines = (child: ChildProcess) =>
  createInterface({ input: child.stdout as NodeJS.ReadableStream });

function node(
  hosts: Hosts,
  host: 0 | 1 | 'elsewhere',
  args: readonly string[],
  input: 'ignore' | 'pipe' = 'ignore',
): ChildProcess {
  const child = hosts.spawn(host, [process.execPath, '--conditions=development', ...args], input);
  child.stderr?.pipe(process.stderr);
  return child;
}

async function until(reached: () => boolean): Promise<void> {
  for (let waited = 0; !reached(); waited += 5) {
    if (waited > 90_000) throw new Error('Nothing was acknowledged for a minute and a half.');
    await pause(5);
  }
}
