import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AcknowledgedAudit } from './audit-acknowledged.ts';
import { type Hosts, SHARED_ADDRESS, twoHosts } from './hosts.ts';
import type { Acknowledged } from './writer.ts';

const program = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const WRITER = program('writer.ts');
const AUDITOR = program('auditor.ts');
/** Numbers of the second instance begin here. */
const SECOND = 1_000_000;

export interface Failover extends AcknowledgedAudit {
  readonly acknowledged: number;
  readonly acknowledgedAfter: number;
  /** From the loss of the first host to the first acknowledgement by the second, in milliseconds. */
  readonly untilWritable: number;
  /** Of that, until the standby was promoted: here at once; a cluster manager takes its time to be sure. */
  readonly untilPromoted: number;
}

/** Two instances write on two hosts; the first host, with the primary, is lost; the second goes on. */
export async function failover(before: number, after: number): Promise<Failover> {
  const hosts = await twoHosts();
  try {
    const acknowledged: Acknowledged[] = [];
    const first = instance(hosts, 0, acknowledged);
    await until(() => acknowledged.length > 0);
    const second = instance(hosts, 1, acknowledged);
    await until(() => acknowledged.some(({ number }) => number >= SECOND));
    await pause(before);
    const lostAt = performance.now();
    await hosts.loseFirst();
    await first.ended;
    const soFar = acknowledged.length;
    await hosts.promoteSecond();
    const untilPromoted = performance.now() - lostAt;
    await until(() => acknowledged.length > soFar);
    const untilWritable = performance.now() - lostAt;
    await pause(after);
    second.child.kill('SIGKILL');
    await second.ended;
    const audit = await auditOnSecond(hosts, acknowledged);
    return {
      ...audit,
      acknowledged: acknowledged.length,
      acknowledgedAfter: acknowledged.length - soFar,
      untilWritable: Math.round(untilWritable),
      untilPromoted: Math.round(untilPromoted),
    };
  } finally {
    await hosts.remove();
  }
}

function instance(hosts: Hosts, host: 0 | 1, said: Acknowledged[]) {
  const memory = join(hosts.folder, 'memory', String(host));
  const start = String(host * SECOND);
  const child = node(hosts, host, [WRITER, SHARED_ADDRESS, memory, start, 'adopt']);
  const ended = once(child, 'close');
  void (async () => {
    for await (const line of createInterface(child.stdout as NodeJS.ReadableStream)) {
      if (line.endsWith('}')) said.push(JSON.parse(line));
    }
  })();
  return { child, ended };
}

async function auditOnSecond(hosts: Hosts, acknowledged: readonly Acknowledged[]) {
  const child = node(hosts, 1, [AUDITOR, SHARED_ADDRESS], 'pipe');
  child.stdin?.end(JSON.stringify(acknowledged));
  let text = '';
  for await (const chunk of child.stdout as NodeJS.ReadableStream) text += chunk;
  return JSON.parse(text) as AcknowledgedAudit;
}

function node(
  hosts: Hosts,
  host: 0 | 1,
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
