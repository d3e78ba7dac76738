import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig, startService } from '@chidu/sdk/service';
import type { Command } from '../command.ts';
import { portsOf } from '../serve/ports.ts';

export const summary = 'Run the service: issue, object, answer, prove.';

export const usage = `Usage: chidu serve CONFIG.json [--adopt]

CONFIG.json is chidu-service/1: sdk/docs/service-api.md. DATABASE_URL, HOST and PORT of the
environment go before it. Writes one JSON line a request to standard error, without names,
addresses or what was sent. SIGINT and SIGTERM finish what has come, then stop.

  --adopt   the memory of signed checkpoints was lost, or this is a new instance beside others:
            take over what the store says. A person decides that, for it cannot be proven
`;

/** Exit code 0 when stopped by a signal, 1 where it cannot start, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const asked = readArgs(args);
  if (asked === null) {
    io.err(usage);
    return 2;
  }
  const path = resolve(io.cwd, asked.path);
  const log = (line: object): void =>
    io.err(`${JSON.stringify({ at: new Date(io.now()).toISOString(), ...line })}\n`);
  try {
    const config = readConfig(JSON.parse(await readFile(path, 'utf8')), process.env);
    const { close, ...ports } = await portsOf(config, { folder: dirname(path), now: io.now, log });
    const stopped = new Promise<void>((stop) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop());
    });
    try {
      const service = await startService(atFolder(config, dirname(path)), {
        ...ports,
        adopt: asked.adopt,
      });
      io.out(`${service.url}\n`);
      await stopped;
      await service.close();
    } finally {
      await close();
    }
    return 0;
  } catch (error) {
    io.err(`chidu serve: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

/** A relative `sqlite:` path starts, as every other path, at the configuration file. */
function atFolder<T extends { readonly store: string }>(config: T, folder: string): T {
  const path = /^sqlite:(?<path>.+)$/.exec(config.store)?.groups?.path;
  return path === undefined ? config : { ...config, store: `sqlite:${resolve(folder, path)}` };
}

function readArgs(args: readonly string[]): { path: string; adopt: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { adopt: { type: 'boolean', default: false } },
    });
    const [path, ...more] = positionals;
    return path === undefined || more.length > 0 ? null : { path, adopt: values.adopt };
  } catch {
    return null;
  }
}
