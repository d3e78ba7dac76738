import { access, mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import {
  applicationRole,
  checkLogs,
  type Database,
  logFiles,
  logTables,
  openStore,
} from '@chidu/sdk/service/store';
import type { Command, CommandIo } from '../command.ts';

export const summary = 'Bring the schema of a store up to date, recompute its logs, export them.';

export const usage = `Usage: chidu store migrate STORE
       chidu store role NAME
       chidu store check STORE
       chidu store export STORE FOLDER

STORE is sqlite:PATH or postgres://…

  migrate  make or bring up to date the schema, as its owner
  role     the SQL that leaves a PostgreSQL role what the service needs, for the owner to run
  check    recompute every log from its entries: a line for each, authority, year, size, root
  export   the logs as files for a mirror (C2SP tlog-tiles), only those that are not there yet
`;

/** A step on an open store, with what stands behind its address. */
type Step = (database: Database, rest: readonly string[], io: CommandIo) => Promise<void>;

const steps: Readonly<Record<string, { readonly arguments: number; readonly run: Step }>> = {
  migrate: { arguments: 0, run: async () => undefined },
  check: {
    arguments: 0,
    run: async ({ reader }, _, io) => {
      for (const line of await checkLogs(reader)) io.out(`${line}\n`);
    },
  },
  export: {
    arguments: 1,
    run: async ({ reader }, [folder = ''], io) => {
      for (const log of await logTables.all(reader)) {
        const below = join(resolve(io.cwd, folder), log.authority, String(log.year));
        for await (const { path, bytes } of logFiles(reader, log)) {
          await writeOnce(join(below, path), bytes, path === 'checkpoint');
        }
      }
    },
  },
};

/** A tile never changes; the checkpoint does. */
async function writeOnce(path: string, bytes: Uint8Array, replace: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes, { flag: replace ? 'w' : 'wx' }).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
}

/** Exit code 0 when done, 1 where the store refuses or does not hold together, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const { positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: false });
  const [name = '', address = '', ...rest] = positionals;
  if (name === 'role' && /^[a-z_][a-z0-9_]{0,62}$/.test(address) && rest.length === 0) {
    io.out(applicationRole(address));
    return 0;
  }
  const step = Object.hasOwn(steps, name) ? steps[name] : undefined;
  if (step === undefined || address === '' || rest.length !== step.arguments) {
    io.err(usage);
    return 2;
  }
  try {
    const schema = name === 'migrate' ? 'migrate' : 'refuse';
    const file = sqliteFile(address, io);
    // SQLite would make an empty file of a name that was mistyped.
    if (file !== null && name !== 'migrate') await access(file);
    const database = await openStore({
      address: file === null ? address : `sqlite:${file}`,
      clock: io.now,
      schema,
    });
    try {
      await step.run(database, rest, io);
    } finally {
      await database.close();
    }
    return 0;
  } catch (error) {
    io.err(`chidu store: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

/** The file of a SQLite store; null for any other address. */
function sqliteFile(address: string, { cwd }: CommandIo): string | null {
  const path = /^sqlite:(?<path>.+)$/.exec(address)?.groups?.path;
  return path === undefined ? null : resolve(cwd, path);
}
