import type { CheckSigned } from '@chidu/sdk/cases';
import { parseSignedText, readPublication } from '@chidu/sdk/codes';
import type { CommandIo } from '../command.ts';
import { trustList } from '../rules/trust-list.ts';
import type { Options } from './options.ts';

/**
 * Whose signature counts: publishers of a trust list, or anybody where the caller says `--unsigned`. Null when neither is given.
 */
export async function trusted(options: Options, io: CommandIo): Promise<CheckSigned | null> {
  if (options.unsigned) return async (signed) => parseSignedText(signed)?.body ?? signed;
  const list = await trustList(options, io);
  return list && ((signed) => readPublication(signed, list.keys));
}
