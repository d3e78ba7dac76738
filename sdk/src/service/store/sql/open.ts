import { ChiduError } from '../../../errors.ts';
import type { Database } from './database.ts';
import { openPostgres } from './postgres.ts';
import { openSqlite } from './sqlite.ts';

/**
 * Open the database of an address: `postgres://…` or `postgresql://…`, or `sqlite:PATH`.
 * @throws {ChiduError} `store-address` where it is none of these, and what the engines throw.
 */
export async function openDatabase(address: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(address)) return openPostgres(address);
  const path = /^sqlite:(?<path>.+)$/.exec(address)?.groups?.path;
  if (path !== undefined) return openSqlite(path);
  // The address may hold a password: it is not repeated.
  throw new ChiduError('store-address', 'The address of a store is postgres://… or sqlite:PATH.');
}
