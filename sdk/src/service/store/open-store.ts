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
    await refuseOtherSchema(database, MIGRATIONS).catch(async (error) => {
      if (schema === 'refuse' || error.code !== 'store-older') throw error;
      await migrateStore(database, clock());
    });
    return database;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Bring the schema up to date; the steps that were taken. `now` is in milliseconds since 1970. */
export const migrateStore = (database: Database, now: number): Promise<Migration[]> =>
  migrate(database, MIGRATIONS, checkLogs, now);
