import type { Service } from './service.ts';
import { rates } from './store/records/rates.ts';
import type { Transaction } from './store/sql/database.ts';

/** Longer than any window. Milliseconds. */
const FORGOTTEN = 2 * 86_400_000;

/** Counts one attempt in the window of this moment, across all instances; how many there are with it. */
export const hitsSince = (
  service: Service,
  authority: string,
  name: string,
  windowMs: number,
): Promise<number> =>
  service.database.write((sql) => hitsWith(sql, service, authority, name, windowMs));

/** The same in the transaction of what is counted, which costs none of its own; taken back with it. */
export const hitsWith = (
  sql: Transaction,
  { now }: Service,
  authority: string,
  name: string,
  windowMs: number,
): Promise<number> => rates.hit(sql, authority, name, windowStart(now(), windowMs));

/** How many there are without counting one: to refuse before anything is written. */
export const hitsSoFar = (
  { database, now }: Service,
  authority: string,
  name: string,
  windowMs: number,
): Promise<number> => rates.hits(database.reader, authority, name, windowStart(now(), windowMs));

const windowStart = (at: number, windowMs: number): number => at - (at % windowMs);

/** Forgets windows that are over: whoever asks without a signature cannot fill the store with what was asked for. */
export const forgetRates = ({ database, now }: Service, authority: string): Promise<number> =>
  database.write((sql) => rates.prune(sql, authority, now() - FORGOTTEN));
