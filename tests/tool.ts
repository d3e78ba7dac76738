import { spawnSync } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the repository, with a slash at its end. */
export const root = fileURLToPath(new URL('..', import.meta.url));

/** Runs a program of node_modules/.bin, or of the system, in the repository and shows its output. */
export function showTool(command: readonly string[], env: Record<string, string> = {}): number {
  return spawn(command, 'inherit', env).status ?? 1;
}

/** The same, with the output kept: `output` is standard output, `all` has the errors behind it. */
export function readTool(
  command: readonly string[],
  env: Record<string, string> = {},
): {
  exit: number;
  output: string;
  all: string;
} {
  const { status, stdout, stderr } = spawn(command, 'pipe', { NO_COLOR: '1', ...env });
  return { exit: status ?? 1, output: stdout, all: stdout + stderr };
}

function spawn(
  command: readonly string[],
  output: 'inherit' | 'pipe',
  env: Record<string, string>,
) {
  const [program, ...args] = command as [string, ...string[]];
  return spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    stdio: ['ignore', output, output],
    shell: process.platform === 'win32',
    env: {
      ...process.env,
      ...env,
      PATH: [join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    },
  });
}
