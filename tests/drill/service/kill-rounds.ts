import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { openStore } from '../../../sdk/src/service/store/open-store.ts';
import { type AcknowledgedAudit, auditAcknowledged } from './audit-acknowledged.ts';
import type { Acknowledged } from './writer.ts';

const WRITER = fileURLToPath(new URL('writer.ts', import.meta.url));

export interface KillOptions {
  readonly address: string;
  /** Where the signer keeps what it signed. */
  readonly memory: string;
  readonly rounds: number;
  /** Longest time a writer lives after its first acknowledgement, in milliseconds. */
  readonly longest: number;
  /** A number in [0, 1). */
  readonly random: () => number;
  /** Between two rounds: something else that may fail. */
  readonly between?: (round: number) => Promise<void>;
}

/**
 * Kill the writing process again and again while it enters numbers, and count what of it was lost. The next process
 * sends again what the last one may or may not have got through, as a client would.
 */
export async function killRounds(
  options: KillOptions,
): Promise<AcknowledgedAudit & { readonly acknowledged: number; readonly again: number }> {
  const acknowledged: Acknowledged[] = [];
  let first = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    const said = await oneRound(options, first);
    acknowledged.push(...said);
    const done = new Set(said.map(({ number }) => number));
    while (done.has(first)) first += 1;
    await options.between?.(round);
  }
  const { address } = options;
  const database = await openStore({ address, clock: Date.now, schema: 'refuse' });
  try {
    const audit = await auditAcknowledged(database, acknowledged);
    const again = acknowledged.filter(({ place }) => place === undefined).length;
    return { ...audit, acknowledged: acknowledged.length, again };
  } finally {
    await database.close();
  }
}

async function oneRound(
  { address, memory, longest, random }: KillOptions,
  first: number,
): Promise<Acknowledged[]> {
  const args = ['--conditions=development', WRITER, address, memory, String(first)];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const complaints = textOf(child.stderr);
  const ended = once(child, 'close');
  const said: Acknowledged[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (said.length === 0) void killAfter(child, random() * longest);
    // What the writer was cut off in saying counts as not said.
    if (line.endsWith('}')) said.push(JSON.parse(line));
  }
  const [code] = await ended;
  if (code !== null) throw new Error(`The writer ended by itself: ${await complaints}`);
  return said;
}

async function killAfter(child: ChildProcess, milliseconds: number): Promise<void> {
  await pause(milliseconds);
  child.kill('SIGKILL');
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = '';
  for await (const chunk of stream) text += chunk;
  return text;
}
