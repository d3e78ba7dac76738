import type { CommandIo, CommandTable } from './command.ts';

/**
 * Runs the command that `args` name and answers its exit code. Without a known name it writes the
 * list of commands: to `err` with 2, or to `out` with 0 when help was asked for. `--help` behind a
 * name writes that command's usage. A refusal of the system that a command does not tell itself is told here, with 1.
 */
export async function dispatch(
  args: readonly string[],
  io: CommandIo,
  table: CommandTable,
): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || isHelp(name)) {
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
  if (rest.some(isHelp)) {
    io.out(command.usage);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    // A file that is not there or a full disk is nobody's programming mistake.
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    io.err(`chidu ${name}: ${error.message}\n`);
    return 1;
  }
}

const isHelp = (argument: string): boolean => argument === '--help' || argument === '-h';

async function usage(table: CommandTable): Promise<string> {
  const commands = Object.entries(table).sort(([a], [b]) => (a < b ? -1 : 1));
  const width = Math.max(0, ...commands.map(([name]) => name.length));
  const lines = await Promise.all(
    commands.map(async ([name, load]) => `  ${name.padEnd(width)}  ${(await load()).summary}`),
  );
  return [
    'Usage: chidu COMMAND [ARGUMENT...]',
    ...lines,
    'chidu COMMAND --help says what it takes.',
    '',
  ].join('\n');
}
