import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readTrustList, type TrustRoots } from '@chidu/sdk/codes';
import { type LogKeys, readLogKeys } from '@chidu/sdk/log';
import type { CommandIo } from './command.ts';

/** How the user says which logs and witnesses to believe: a trust list and its roots, or keys alone. */
export interface LogTrustOptions {
  readonly trust?: string | undefined;
  readonly roots?: string | undefined;
  readonly keys?: string | undefined;
}

/** Are they given in one of the two ways, and whole? */
export const isWhole = ({ trust, roots, keys }: LogTrustOptions): boolean =>
  (trust === undefined) === (roots === undefined) && (trust === undefined) !== (keys === undefined);

/**
 * The keys of logs and witnesses that the options name.
 * @throws {Error} where a file is not what it should be, or the list is refused.
 */
export async function readLogTrust(
  { trust = '', roots = '', keys }: LogTrustOptions,
  io: CommandIo,
): Promise<Pick<LogKeys, 'logs' | 'witnesses' | 'witnessQuorum'>> {
  const read = (path: string) => readFile(resolve(io.cwd, path));
  if (keys !== undefined) {
    const found = readLogKeys(JSON.parse((await read(keys)).toString()));
    if ('at' in found) throw new Error(`${keys} is no chidu-log-keys/1: ${found.at}`);
    return found;
  }
  const pinned = JSON.parse((await read(roots)).toString()) as TrustRoots;
  const list = await readTrustList(await read(trust), { roots: pinned, now: io.now(), sm2: true });
  if (!list.ok) throw new Error(`${trust} is refused: ${list.error}`);
  if (list.stale) io.err(`chidu: ${trust} is past its update day\n`);
  return list.list;
}
