import { parseArgs } from 'node:util';
import type { Command } from '../command.ts';
import { type Asked, Refused, subcommands } from '../keys/subcommands.ts';

export const summary = 'Make, list, approve and revoke keys; draft, sign and publish trust lists.';

export const usage = `Usage: ${Object.values(subcommands)
  .map(({ usage }) => `chidu keys ${usage}`)
  .join('\n       ')}

Every step reads files and writes to standard output, so that each holder signs on a machine of
their own. KEY is a key file or a device file. The ceremony: sdk/docs/keys.md.
`;

const OPTIONS = [
  'quorum',
  'floor',
  'until',
  'code',
  'name',
  'region',
  'host',
  'parent',
  'key',
  'role',
  'authority',
  'from',
  'to',
  'officer',
  'digits',
  'origin',
  'vkey',
  'chain',
  'on',
  'reason',
  'roots',
  'previous',
];

/** Exit code 0 done, 1 refused, 2 called wrongly. */
export const run: Command['run'] = async ([name, ...args], io) => {
  const subcommand =
    name !== undefined && Object.hasOwn(subcommands, name) ? subcommands[name] : undefined;
  const asked = readAsked(args);
  if (subcommand === undefined || asked === null) {
    io.err(usage);
    return 2;
  }
  try {
    io.out(await subcommand.run(asked, io));
    return 0;
  } catch (error) {
    io.err(`chidu keys ${name}: ${error instanceof Error ? error.message : String(error)}\n`);
    return error instanceof Refused ? 1 : 2;
  }
};

function readAsked(args: readonly string[]): Asked | null {
  try {
    const each = { type: 'string', multiple: true } as const;
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: Object.fromEntries(OPTIONS.map((option) => [option, each])),
    });
    return { files: positionals, options: values as Asked['options'] };
  } catch {
    return null;
  }
}
