import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { checkCodeOf } from '@chidu/sdk/codes';
import { type LoggedEntry, logPolicy, openReceipt } from '@chidu/sdk/log';
import type { Command } from '../command.ts';
import {
  isWhole,
  type LogTrustOptions,
  readLogTrust,
  TRUST_OPTIONS,
  TRUST_USAGE,
  timeOf,
  witnessLines,
} from '../log-trust.ts';

export const summary = 'Check a receipt of the supervision log, without a network.';

export const usage = `Usage: chidu receipt FILE --trust LIST --roots FILE
       chidu receipt FILE --keys FILE

Says what was logged, when, where, and who watched: of an issued code, an objection, an answer.

${TRUST_USAGE}
`;

/** Exit code 0 where the entry is in a log that is known and witnessed, 1 where not, 2 when called wrongly. */
export const run: Command['run'] = async (args, io) => {
  const options = readOptions(args);
  if (options === null) {
    io.err(usage);
    return 2;
  }
  try {
    const trusted = await readLogTrust(options, io);
    const text = (await readFile(resolve(io.cwd, options.file))).toString();
    const policyOf = (origin: string) => logPolicy(trusted, origin);
    const opened = await openReceipt(text, policyOf, { sm2: true });
    if (!opened.ok) {
      io.err(`chidu receipt: ${options.file} is refused: ${opened.error}\n`);
      return 1;
    }
    io.out(told(opened.entry));
    const { witnessedAt, policy } = opened.entry;
    if (witnessedAt !== null || policy.quorum === 0) return 0;
    io.err('chidu receipt: too few witnesses of different chains of command\n');
    return 1;
  } catch (error) {
    io.err(`chidu receipt: ${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
};

function readOptions(args: readonly string[]): (LogTrustOptions & { file: string }) | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: TRUST_OPTIONS,
    });
    const [file, ...more] = positionals;
    return file === undefined || more.length > 0 || !isWhole(values) ? null : { ...values, file };
  } catch {
    return null;
  }
}

function told({ leaf, index, checkpoint, cosignatures }: LoggedEntry): string {
  const { codeId, bodyHash, refersTo } = leaf;
  const lines = [
    `entry      ${leaf.type} at ${timeOf(leaf.time)}`,
    codeId && `code       ${codeId}, check code ${checkCodeOf(codeId)}`,
    bodyHash && `body hash  ${bodyHash}`,
    refersTo !== undefined && `refers to  entry ${refersTo}`,
    `log        ${checkpoint.origin}`,
    `place      ${index} of ${checkpoint.size}`,
    ...witnessLines(cosignatures),
  ];
  return `${lines.filter(Boolean).join('\n')}\n`;
}
