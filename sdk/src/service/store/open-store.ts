import { checkLogs } from './log/check-log.ts';
import { MIGRATIONS } from './schema/index.ts';
import type { Database } from './sql/database.ts';
import { type Migration, migrate, refuseOtherSchema } from './sql/migrate.ts';
import { openDatabase } from './sql/open.ts';

export interface StoreOptions {
  /** `sqlite:PATH`, or `postgres://…`. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** `refuse` where the application may not change the schema: `migrateStore` has been run by whoever may. */
  readonly schema: 'migrate' | 'refuse';
}

/**
 * Open the store of a service, its schema up to date.
 * @throws {ChiduError} `store-newer`, `store-older`, and what the engines throw: sdk/docs/running-a-service.md.
 */
export async function openStore({ address, clock, schema }: StoreOptions): Promise<Database> {
  const database = await openDatabase(address);
  try {
    if (schema === 'migrate') await migrateStore(database, clock());
    else await refuseOtherSchema(database, MIGRATIONS);
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Bring the schema up to date; the steps that were taken. `now` is in milliseconds since 1970. */
export const migrateStore = (database: Database, now: number): Promise<Migration[]> =>
  migrate(database, MIGRATIONS, checkLogs, now);
