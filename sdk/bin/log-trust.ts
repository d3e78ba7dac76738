import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readTrustList, type TrustRoots } from '@chidu/sdk/codes';
import { type LogKeys, readLogKeys, type TrustedCheckpoint } from '@chidu/sdk/log';
import type { CommandIo } from './command.ts';

/** How the user says which logs and witnesses to believe: a trust list and its roots, or keys alone. */
export interface LogTrustOptions {
  readonly trust?: string | undefined;
  readonly roots?: string | undefined;
  readonly keys?: string | undefined;
}

/** The same for `parseArgs`. */
export const TRUST_OPTIONS = {
  trust: { type: 'string' },
  roots: { type: 'string' },
  keys: { type: 'string' },
} as const;

/** The same for whoever asks how a command is used. */
export const TRUST_USAGE = `  --trust LIST   a signed trust list, which names logs and witnesses
  --roots FILE   the root keys it must be signed with
  --keys FILE    keys in place of a trust list, format chidu-log-keys/1`;

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

/** Who watched: a line for each witness. */
export const witnessLines = (cosignatures: TrustedCheckpoint['cosignatures']): readonly string[] =>
  cosignatures.map(({ name, chain, time }) => `witness    ${name} (${chain}) at ${timeOf(time)}`);

/** Seconds since 1970 as an instant. */
export const timeOf = (seconds: number): string => new Date(seconds * 1000).toISOString();
