import type { Service } from './service.ts';
import { rates } from './store/records/rates.ts';

/** Longer than any window. Milliseconds. */
const FORGOTTEN = 2 * 86_400_000;

/** Counts one attempt in the window of this moment, across all instances; how many there are with it. */
export async function hitsSince(
  { database, now }: Service,
  authority: string,
  name: string,
  windowMs: number,
): Promise<number> {
  const at = now();
  const start = at - (at % windowMs);
  return database.write((sql) => rates.hit(sql, authority, name, start));
}

/** Forgets windows that are over: whoever asks without a signature cannot fill the store with what was asked for. */
export const forgetRates = ({ database, now }: Service, authority: string): Promise<number> =>
  database.write((sql) => rates.prune(sql, authority, now() - FORGOTTEN));
