import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { codeIndex, lookUpCode } from '@chidu/sdk/codes';
import type { Command } from '../command.ts';

export const summary = 'Find a code in a file by document number and check code.';

export const usage = `Usage: chidu lookup CODES DOCUMENT CHECK-CODE

CODES is a file with one code or address on each line. Writes the code, for instance for
chidu verify, which has to check it still: a code that was found is not yet a good one.
`;

/** Exit code 0 found, 1 not found, 2 called wrongly. */
export const run: Command['run'] = async ([path, document, checkCode, ...more], io) => {
  if (path === undefined || document === undefined || checkCode === undefined || more.length > 0) {
    io.err(usage);
    return 2;
  }
  const codes = await readFile(resolve(io.cwd, path), 'utf8').catch(() => null);
  if (codes === null) {
    io.err(`chidu lookup: ${path} cannot be read\n`);
    return 2;
  }
  const result = await lookUpCode({ document, checkCode }, codeIndex(codes.split('\n')));
  if (result.ok) io.out(`${result.text}\n`);
  else io.err(`chidu lookup: ${result.reason}\n`);
  return result.ok ? 0 : 1;
};
