import type { CommandIo, CommandTable } from './command.ts';

/**
 * Runs the command that `args` name and answers its exit code. Without a known name it writes the
 * list of commands: to `err` with 2, or to `out` with 0 when help was asked for.
 */
export async function dispatch(
  args: readonly string[],
  io: CommandIo,
  table: CommandTable,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    const asked = name !== undefined;
    (asked ? io.out : io.err)(await usage(table));
    return asked ? 0 : 2;
  }
  const load = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!load) {
    io.err(`chidu: no command ${JSON.stringify(name)}\n${await usage(table)}`);
    return 2;
  }
  const command = await load();
  return command.run(rest, io);
}

async function usage(table: CommandTable): Promise<string> {
  const commands = Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...commands.map(([name]) => name.length));
  const lines = await Promise.all(
    commands.map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).summary}`),
  );
  return ['Usage: chidu COMMAND [ARGUMENT...]', ...lines, ''].join('\n');
}
