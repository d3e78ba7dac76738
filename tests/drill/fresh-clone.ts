import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../tool.ts';

export const about = 'A stranger clones the repository and starts, tests and checks it.';

export async function run(say: (line: string) => void): Promise<void> {
  const clone = join(mkdtempSync(join(tmpdir(), 'chidu-fresh-')), 'chidu');
  try {
    await timed(say, ['git', 'clone', '--quiet', root, clone], root);
    await timed(say, ['npm', 'start'], clone, /http:\/\/(localhost|127\.0\.0\.1):\d+/);
    await timed(say, ['npm', 'test'], clone);
    await timed(say, ['npm', 'run', 'check'], clone);
  } finally {
    rmSync(join(clone, '..'), { recursive: true, force: true });
  }
}

/** Runs a command with the PATH of the machine, to its end or until it prints `until`. */
async function timed(
  say: (line: string) => void,
  command: readonly string[],
  cwd: string,
  until?: RegExp,
): Promise<void> {
  const started = performance.now();
  const [program, ...args] = command as [string, ...string[]];
  const machine = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'));
  // npm hands its own settings down to what it runs; a stranger has none of them.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE)/i.test(name));
  const child = spawn(program, args, {
    cwd,
    // A group of its own, so that the server behind npm ends with it.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...Object.fromEntries(inherited), PATH: machine.join(delimiter) },
  });
  const ended = once(child, 'close');
  let reached = until === undefined;
  for await (const line of createInterface(child.stdout)) {
    say(`  ${line}`);
    if (!until?.test(line)) continue;
    reached = true;
    process.kill(-(child.pid as number), 'SIGTERM');
  }
  const [exit] = await ended;
  if (!reached || (until === undefined && exit !== 0)) {
    throw new Error(`${command.join(' ')} ended with exit code ${exit}`);
  }
  say(`${command.join(' ')}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
}
