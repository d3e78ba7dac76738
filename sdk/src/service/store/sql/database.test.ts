import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { onBothEngines, temporaryFolder } from '../fixtures/engines.ts';
import type { Database, Transaction } from './database.ts';
import { openDatabase } from './open.ts';

const TABLE = `create table thing (
  authority text not null,
  n bigint not null,
  name text,
  live bigint not null,
  primary key (authority, n)
);
create unique index thing_live on thing (authority, name) where live = 1;`;

onBothEngines('the database port', (engine) => {
  async function open(use: (database: Database) => Promise<void>): Promise<void> {
    const database = await openDatabase(await engine.address());
    try {
      await database.write((sql) => sql.script(TABLE));
      await use(database);
    } finally {
      await database.close();
    }
  }
  const columns = ['authority', 'n', 'name', 'live'];

  it('finds parameters by their number, in any order and more than once', () =>
    open(async ({ reader }) => {
      const bytes = engine.name === 'SQLite' ? '$3' : '$3::bytea';
      expect(
        await reader.all(
          engine.name === 'SQLite'
            ? `select $2 as two, $1 as one, $2 as again, ${bytes} as bytes`
            : `select $2::text as two, $1::bigint as one, $2::text as again, ${bytes} as bytes`,
          [2 ** 53 - 1, '裁量', Uint8Array.of(0, 255)],
        ),
      ).toEqual([{ two: '裁量', one: 2 ** 53 - 1, again: '裁量', bytes: Uint8Array.of(0, 255) }]);
    }));

  it('undoes a transaction that throws, and says what it threw', () =>
    open(async (database) => {
      const fault = new Error('no');
      await expect(
        database.write(async (sql) => {
          await sql.insert('thing', columns, [['a', 1, null, 0]]);
          throw fault;
        }),
      ).rejects.toBe(fault);
      await database.write((sql) => sql.insert('thing', columns, [['a', 2, null, 0]]));
      expect(await database.reader.all('select n from thing')).toEqual([{ n: 2 }]);
    }));

  it('says that it wrote what it wrote, and nothing else, where a failure was passed over', () =>
    open(async (database) => {
      const insert = (sql: Transaction) => sql.insert('thing', columns, [['a', 1, null, 0]]);
      const done = await database
        .write(async (sql) => {
          await insert(sql);
          await insert(sql).catch(() => undefined);
        })
        .then(
          () => [{ n: 1 }],
          (error: unknown) => {
            expect(error).toMatchObject({ code: 'store-conflict' });
            return [];
          },
        );
      expect(await database.reader.all('select n from thing')).toEqual(done);
    }));

  it('names the constraint of a row that is already there', () =>
    open(async (database) => {
      const insert = (...row: [string, number, string | null, number]) =>
        database.write((sql) => sql.insert('thing', columns, [row]));
      await insert('a', 1, 'x', 1);
      await expect(insert('a', 1, 'y', 1)).rejects.toMatchObject({
        code: 'store-conflict',
        fields: { constraint: 'thing_pkey' },
      });
      await expect(insert('a', 2, 'x', 1)).rejects.toMatchObject({
        code: 'store-conflict',
        fields: { constraint: 'thing_live' },
      });
      await insert('a', 2, 'x', 0);
    }));

  it('undoes apart what failed apart, and goes on', () =>
    open(async (database) => {
      await database.write(async (sql) => {
        await sql.insert('thing', columns, [['a', 1, null, 0]]);
        await expect(
          sql.apart(async () => {
            await sql.insert('thing', columns, [['a', 2, null, 0]]);
            await sql.insert('thing', columns, [['a', 1, null, 0]]);
          }),
        ).rejects.toMatchObject({ code: 'store-conflict' });
        await sql.insert('thing', columns, [['a', 3, null, 0]]);
      });
      expect(await database.reader.all('select n from thing order by n')).toEqual([
        { n: 1 },
        { n: 3 },
      ]);
    }));

  it('puts many rows in, more than a statement has parameters', () =>
    open(async (database) => {
      const rows = Array.from({ length: 20_000 }, (_, n) => ['a', n, null, 0] as const);
      await database.write((sql) => sql.insert('thing', columns, rows));
      expect(await database.reader.all('select count(*) as count from thing')).toEqual([
        { count: 20_000 },
      ]);
    }));

  it('counts what a statement changed', () =>
    open(async (database) => {
      const changed = await database.write(async (sql) => {
        await sql.insert('thing', columns, [
          ['a', 1, null, 0],
          ['a', 2, null, 0],
        ]);
        return sql.run('update thing set live = $1 where authority = $2', [1, 'a']);
      });
      expect(changed).toBe(2);
    }));

  it('loses no update of transactions that run at the same time', () =>
    open(async (database) => {
      await database.write((sql) => sql.insert('thing', columns, [['a', 1, null, 0]]));
      const count = () =>
        database.write(async (sql) => {
          const [row] = await sql.all<{ live: number }>(
            `select live from thing where authority = $1 ${sql.forUpdate}`,
            ['a'],
          );
          await sql.run('update thing set live = $1', [(row?.live ?? 0) + 1]);
        });
      await Promise.all(Array.from({ length: 40 }, count));
      expect(await database.reader.all('select live from thing')).toEqual([{ live: 40 }]);
    }));
});

describe('SQLite', () => {
  const folder = temporaryFolder();

  it('refuses a value of another type than its column, as PostgreSQL does', async () => {
    const database = await openDatabase(`sqlite:${join(folder, 'types.db')}`);
    await database.write((sql) => sql.script('create table t (n integer not null) strict'));
    await expect(database.write((sql) => sql.insert('t', ['n'], [['x']]))).rejects.toThrow(
      'cannot store TEXT',
    );
    await database.close();
  });

  it('refuses to write where it only reads', async () => {
    const database = await openDatabase(`sqlite:${join(folder, 'reader.db')}`);
    await expect(database.reader.run('create table t (n integer)')).rejects.toThrow('readonly');
    await database.close();
  });

  it('puts every commit on disk', async () => {
    const database = await openDatabase(`sqlite:${join(folder, 'durable.db')}`);
    await database.write(async (sql) => {
      expect(await sql.all('pragma journal_mode')).toEqual([{ journal_mode: 'wal' }]);
      expect(await sql.all('pragma synchronous')).toEqual([{ synchronous: 2 }]);
    });
    await database.close();
  });

  it('refuses a second opening, of this process or another, until the first is closed', async () => {
    const address = `sqlite:${join(folder, 'locked.db')}`;
    const first = await openDatabase(address);
    await expect(openDatabase(address)).rejects.toMatchObject({ code: 'store-locked' });
    expect(inAnotherProcess(address)).toBe('store-locked');
    await first.close();
    expect(inAnotherProcess(address)).toBe('opened');
  });

  it('refuses a file that is no database', async () => {
    const path = join(folder, 'text.db');
    writeFileSync(
      path,
      'No database at all, but long enough to be looked at as a header of one.'.repeat(9),
    );
    await expect(openDatabase(`sqlite:${path}`)).rejects.toMatchObject({ code: 'store-damaged' });
  });
});

describe('the address of a store', () => {
  it('is refused without being repeated', async () => {
    await expect(openDatabase('mysql://user:secret@host/db')).rejects.toMatchObject({
      code: 'store-address',
      message: expect.not.stringContaining('secret'),
    });
  });

  it('of a server that is not there is answered as unavailable', async () => {
    await expect(
      openDatabase('postgres://chidu@localhost/chidu?host=/nonexistent'),
    ).rejects.toMatchObject({ code: 'store-unavailable' });
  });
});

function inAnotherProcess(address: string): string {
  const open = fileURLToPath(new URL('open.ts', import.meta.url));
  const script = `import { openDatabase } from ${JSON.stringify(open)};
    openDatabase(${JSON.stringify(address)}).then(() => 'opened', (error) => error.code).then(console.log);`;
  return execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
    encoding: 'utf8',
  }).trim();
}
