import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { leafHash } from '../../../log/hash.ts';
import { AUTHORITY } from '../fixtures/authority.ts';
import { onBothEngines } from '../fixtures/engines.ts';
import { checkLogs } from '../log/check-log.ts';
import { logTables } from '../log/log-tables.ts';
import { migrateStore, openStore } from '../open-store.ts';
import type { Database } from '../sql/database.ts';
import { migrate } from '../sql/migrate.ts';
import { openDatabase } from '../sql/open.ts';
import { applicationRole } from './application-role.ts';
import { MIGRATIONS } from './index.ts';

const LOG = { authority: AUTHORITY, year: 2026 };
const clock = () => Date.UTC(2026, 10, 22);

onBothEngines('the schema', (engine) => {
  const opened: Database[] = [];
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close();
  });

  async function store(address: string): Promise<Database> {
    const database = await openStore({ address, clock, schema: 'migrate' });
    opened.push(database);
    return database;
  }

  async function oneEntry(database: Database): Promise<void> {
    await database.write(async (sql) => {
      const data = Uint8Array.of(1, 2, 3);
      await logTables.create(sql, LOG, 0);
      const entry = { idx: 0, at: 5, kind: 'opened', leaf: leafHash(data), data };
      await logTables.insertEntries(sql, LOG, [entry]);
      await logTables.advance(sql, LOG, { size: 1, at: 5, closed: 0 });
      const bytes = new Uint8Array(32);
      await logTables.insertTile(sql, LOG, 0, 0, { data: bytes, root: bytes });
      await logTables.insertCheckpoint(sql, LOG, { size: 1, root: bytes, note: 'note' }, 5);
      await logTables.insertCosignature(sql, LOG, 1, { witness: 'w', line: 'l', at: 6 });
      await logTables.insertBodies(sql, LOG, [{ idx: 0, salt: bytes, body: bytes }]);
    });
  }

  it('is made once, and found made', async () => {
    const address = await engine.address();
    const database = await store(address);
    expect(await migrateStore(database, clock())).toEqual([]);
    await database.close();
    opened.pop();
    const again = await openStore({ address, clock, schema: 'refuse' });
    opened.push(again);
    const steps = await again.reader.all(
      'select number, name from chidu_migration order by number',
    );
    expect(steps).toEqual(MIGRATIONS.map(({ number, name }) => ({ number, name })));
  });

  it('refuses by name what a newer program has made of it', async () => {
    const address = await engine.address();
    const database = await store(address);
    const step = [MIGRATIONS.length + 1, 'routes of appeal', 0] as const;
    await database.write((sql) => sql.insert('chidu_migration', ['number', 'name', 'at'], [step]));
    await database.close();
    opened.pop();
    for (const schema of ['migrate', 'refuse'] as const) {
      await expect(openStore({ address, clock, schema })).rejects.toMatchObject({
        code: 'store-newer',
        fields: { name: 'routes of appeal', number: MIGRATIONS.length + 1 },
      });
    }
  });

  it('refuses a schema that lacks steps where it may not make them', async () => {
    const address = await engine.address();
    await expect(openStore({ address, clock, schema: 'refuse' })).rejects.toMatchObject({
      code: 'store-older',
      fields: { missing: MIGRATIONS.map(({ number, name }) => `${number} ${name}`) },
    });
  });

  it('takes a step on a log back whole where a root differs after it', async () => {
    const address = await engine.address();
    const database = await openDatabase(address);
    opened.push(database);
    const [log] = MIGRATIONS;
    const made = [log as NonNullable<typeof log>];
    await migrate(database, made, checkLogs, 0);
    await database.write(async (sql) => {
      const data = Uint8Array.of(1, 2, 3);
      await logTables.create(sql, LOG, 0);
      const entry = { idx: 0, at: 5, kind: 'opened', leaf: leafHash(data), data };
      await logTables.insertEntries(sql, LOG, [entry]);
      await logTables.advance(sql, LOG, { size: 1, at: 5, closed: 0 });
    });
    const other = database.engine === 'sqlite' ? "x'09'" : "'\\x09'::bytea";
    const unlock =
      database.engine === 'sqlite'
        ? 'drop trigger log_entry_no_update;'
        : 'alter table log_entry disable trigger all;';
    const bad = {
      number: 2,
      name: 'mend entries',
      tables: `${unlock} update log_entry set data = ${other};\n`,
    };
    await expect(migrate(database, [...made, bad], checkLogs, 0)).rejects.toMatchObject({
      code: 'log-entry-altered',
    });
    expect(await checkLogs(database.reader)).toHaveLength(1);
    const steps = await database.reader.all('select number from chidu_migration');
    expect(steps).toEqual([{ number: 1 }]);
    const good = {
      number: 2,
      name: 'more',
      tables: 'create table log_more (a bigint not null\n);\n',
    };
    expect(await migrate(database, [...made, good], checkLogs, 0)).toEqual([good]);
  });

  const engineStatements = engine.name === 'SQLite' ? [] : ['truncate'];
  it.each(['log_entry', 'log_tile', 'log_checkpoint', 'log_cosignature'])(
    'refuses to change or delete a row of %s',
    async (table) => {
      const database = await store(await engine.address());
      await oneEntry(database);
      const statements = [
        `update ${table} set year = 2027`,
        `delete from ${table}`,
        ...engineStatements.map((what) => `${what} ${table}`),
      ];
      for (const statement of statements) {
        await expect(database.write((sql) => sql.run(statement))).rejects.toMatchObject({
          code: 'store-append-only',
        });
      }
    },
  );

  it('lets the state of a log move forward only, and a body be erased but not changed', async () => {
    const database = await store(await engine.address());
    await oneEntry(database);
    const state = { size: 1, at: 9, closed: 1 } as const;
    const run = (statement: string) => database.write((sql) => sql.run(statement));
    const refused = { code: 'store-append-only' };
    await database.write((sql) => logTables.advance(sql, LOG, state));
    for (const statement of [
      'update log_state set size = 0',
      'update log_state set closed = 0',
      'update log_state set year = 2020',
      'delete from log_state',
      'update log_body set idx = 7',
    ]) {
      await expect(run(statement), statement).rejects.toMatchObject(refused);
    }
    expect(await run('delete from log_body')).toBe(1);
  });

  if (engine.name === 'SQLite') return;
  it('leaves an application role no way to change the log', async () => {
    const address = await engine.address();
    const database = await store(address);
    await oneEntry(database);
    await database.write((sql) =>
      sql.script(`drop role if exists chidu_app; create role chidu_app login;
        ${applicationRole('chidu_app')}
        alter table log_entry disable trigger all;`),
    );
    const asRole = await openStore({
      address: address.replace('chidu@', 'chidu_app@'),
      clock,
      schema: 'refuse',
    });
    opened.push(asRole);
    for (const statement of [
      'update log_entry set at = 1',
      'delete from log_entry',
      'truncate log_entry',
      'delete from log_state',
      'drop table log_entry',
      'alter table log_entry enable trigger all',
      'delete from chidu_migration',
    ]) {
      const refused = asRole.write((sql) => sql.run(statement));
      await expect(refused, statement).rejects.toMatchObject({ code: 'store-append-only' });
    }
    await asRole.write((sql) => logTables.advance(sql, LOG, { size: 2, at: 9, closed: 0 }));
    await database.write((sql) => sql.script('drop owned by chidu_app; drop role chidu_app;'));
  });
});

describe('the page on many database machines', () => {
  it('distributes every table of the schema', () => {
    const page = readFileSync(new URL('../../../../docs/citus.md', import.meta.url), 'utf8');
    const [ddl = ''] = /```sql[\s\S]*?```/.exec(page) ?? [];
    const tables = MIGRATIONS.flatMap((step) => [...step.tables.matchAll(/^create table (\w+)/gm)]);
    const missing = tables.filter(([, name]) => !ddl.includes(`'${name}'`)).map(([, name]) => name);
    expect([tables.length > 20, missing]).toEqual([true, []]);
  });
});

describe('the application role', () => {
  it('has a plain name', () => {
    expect(() => applicationRole('x; drop table log_entry')).toThrow(RangeError);
  });
});
