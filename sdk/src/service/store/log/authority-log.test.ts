import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import type { Signer } from '../../../codes/sign.ts';
import { ChiduError } from '../../../errors.ts';
import { parseCheckpoint } from '../../../log/checkpoint.ts';
import { leafHash } from '../../../log/hash.ts';
import { decodeLeaf } from '../../../log/leaf.ts';
import { checkNote, parseNote } from '../../../log/note.ts';
import { noteKey } from '../../../log/note-key.ts';
import {
  proveConsistency,
  proveInclusion,
  verifyConsistency,
  verifyInclusion,
} from '../../../log/proof.ts';
import { AUTHORITY, logSigner, objected, originOf } from '../fixtures/authority.ts';
import { onBothEngines, temporaryFolder } from '../fixtures/engines.ts';
import { type OpenedLog, type OpenLogOptions, openLog } from '../fixtures/opened-log.ts';
import { requests } from '../records/requests.ts';
import type { Transaction } from '../sql/database.ts';
import { checkLog } from './check-log.ts';
import type { CheckpointSigner } from './checkpoint-signer.ts';
import { FileSigner } from './file-signer.ts';
import { logTables } from './log-tables.ts';
import type { Appended } from './new-entry.ts';
import { storedTiles } from './stored-tiles.ts';

const NOON = Date.UTC(2026, 10, 22, 4);
const LOG = { authority: AUTHORITY, year: 2026 };

onBothEngines('the log', (engine) => {
  const folder = temporaryFolder();
  let key: Signer;
  let count = 0;
  beforeAll(async () => {
    key = await logSigner();
  });

  /** The places of a service that has not run yet. */
  async function places(): Promise<OpenLogOptions> {
    count += 1;
    return { address: await engine.address(), memory: join(folder, String(count)), key };
  }

  async function withLog<T>(
    options: OpenLogOptions,
    use: (opened: OpenedLog) => Promise<T>,
  ): Promise<T> {
    const opened = await openLog(options);
    try {
      return await use(opened);
    } finally {
      await opened.close();
    }
  }

  const appendMany = ({ log }: OpenedLog, from: number, to: number) =>
    Promise.all(Array.from({ length: to - from }, (_, at) => log.append(objected(from + at))));

  /** Change what nobody may, as somebody with the rights of an owner can. */
  async function tamper({ database }: OpenedLog, table: string, statement: string): Promise<void> {
    await database.write(async (sql) => {
      if (database.engine === 'sqlite') {
        const triggers = await sql.all<{ name: string }>(
          "select name from sqlite_schema where type = 'trigger' and tbl_name = $1",
          [table],
        );
        for (const { name } of triggers) await sql.script(`drop trigger ${name}`);
      } else await sql.script(`alter table ${table} disable trigger all;`);
      await sql.script(statement);
    });
  }

  it('acknowledges an entry when a signed checkpoint has it', async () => {
    await withLog(await places(), async ({ log, database }) => {
      const { position, data, head } = await log.append(objected(1));
      expect(position).toMatchObject({ authority: AUTHORITY, index: 1 });
      const note = parseNote(head.note);
      const checked = await checkNote(note as NonNullable<typeof note>, [
        noteKey(originOf(position.year), 'ed25519', key.spki),
      ]);
      expect(checked).toMatchObject({ ok: true, signatures: [{ key: { kind: 'ed25519' } }] });
      expect(parseCheckpoint(note?.text ?? '')).toMatchObject({ size: 2, root: head.root });
      expect(await logTables.latestCheckpoint(database.reader, position)).toEqual(head);
      const proof = await proveInclusion(1, 2, storedTiles(database.reader, position));
      expect(verifyInclusion(leafHash(data), 1, 2, head.root, proof)).toBe(true);
    });
  });

  it('gives each of many entries its own place, and proves all of them', async () => {
    await withLog(await places(), async (opened) => {
      const { database } = opened;
      const appended = await appendMany(opened, 0, 700);
      const indexes = appended.map(({ position }) => position.index);
      expect([...indexes].sort((a, b) => a - b)).toEqual(indexes.map((_, at) => at + 1));
      const { year } = (appended[0] as Appended).position;
      const log = { authority: AUTHORITY, year };
      const { size, root } = await checkLog(database.reader, log);
      expect(size).toBe(701);
      const read = storedTiles(database.reader, log);
      for (const { position, data } of appended.slice(0, 300)) {
        const proof = await proveInclusion(position.index, size, read);
        expect(verifyInclusion(leafHash(data), position.index, size, root, proof)).toBe(true);
      }
      const old = (appended[10] as Appended).head;
      const proof = await proveConsistency(old.size, size, read);
      expect(verifyConsistency(old, { size, root }, proof)).toBe(true);
      const tiles = await database.reader.all('select level, n from log_tile order by level, n');
      expect(tiles).toEqual([
        { level: 0, n: 0 },
        { level: 0, n: 1 },
      ]);
    });
  });

  it('changes rows together with the entry, and takes back a refused entry alone', async () => {
    await withLog(await places(), async ({ log, database }) => {
      const once = (number: number) =>
        objected(number, {
          within: (sql: Transaction) =>
            requests.insert(sql, {
              authority: AUTHORITY,
              id: `r${number % 5}`,
              digest: '',
              answer: '{}',
              at: 0,
            }),
        });
      const settled = await Promise.allSettled(
        Array.from({ length: 20 }, (_, number) => log.append(once(number))),
      );
      const done = settled.filter(({ status }) => status === 'fulfilled');
      expect(done).toHaveLength(5);
      for (const result of settled) {
        if (result.status === 'rejected') {
          expect(result.reason).toMatchObject({
            code: 'store-conflict',
            fields: { constraint: 'request_pkey' },
          });
        }
      }
      const [found] = await database.reader.all<{ count: number }>(
        'select count(*) as count from log_entry',
      );
      expect(found?.count).toBe(6);
      expect(log.stopped).toBeNull();
    });
  });

  it('keeps body and salt beside the entry until they are erased', async () => {
    await withLog(await places(), async ({ log, database }) => {
      const body = { salt: new Uint8Array(16).fill(7), body: new TextEncoder().encode('{}') };
      const { position } = await log.append(objected(1, { body }));
      const read = () => logTables.bodies(database.reader, position, 0, 10);
      expect(await read()).toEqual([{ idx: position.index, ...body }]);
      await database.write((sql) => logTables.eraseBody(sql, position, position.index));
      expect(await read()).toEqual([]);
    });
  });

  it('goes on where it ended, and signs what a process that died had only written', async () => {
    const options = await places();
    await withLog(options, (opened) => appendMany(opened, 0, 300));
    await withLog(options, async (opened) => {
      // What is left when a process dies between writing and signing.
      const data = objected(1).data({ ...LOG, index: 301, time: Date.now() });
      const [{ year } = LOG] = await logTables.all(opened.database.reader);
      const log = { authority: AUTHORITY, year };
      await opened.database.write(async (sql) => {
        const state = await logTables.hold(sql, log);
        const leaf = leafHash(data);
        await logTables.insertEntries(sql, log, [
          { idx: 301, at: state.at, kind: 'objected', leaf, data },
        ]);
        await logTables.advance(sql, log, { ...state, size: 302 });
      });
    });
    await withLog(options, async ({ log, database }) => {
      // Without waiting for anybody to log something else.
      expect(await logTables.latestCheckpoint(database.reader, LOG)).toMatchObject({ size: 302 });
      const { position, head } = await log.append(objected(2));
      expect([position.index, head.size]).toEqual([302, 303]);
      expect(await checkLog(database.reader, position)).toMatchObject({ size: 303 });
    });
  });

  it('opens a new log with the new year, closing the one before', async () => {
    let now = Date.UTC(2026, 11, 31, 15, 59, 59);
    await withLog({ ...(await places()), clock: () => now }, async ({ log, database }) => {
      expect((await log.append(objected(1))).position).toMatchObject({ year: 2026, index: 1 });
      now += 1000;
      const appended = await Promise.all([log.append(objected(2)), log.append(objected(3))]);
      expect(appended.map(({ position }) => [position.year, position.index])).toEqual([
        [2027, 1],
        [2027, 2],
      ]);
      const last = await logTables.latestCheckpoint(database.reader, LOG);
      const [opened] = await logTables.entries(database.reader, { ...LOG, year: 2027 }, 0, 1);
      const [closed] = await logTables.entries(database.reader, LOG, 2, 3);
      expect(decodeLeaf(closed?.data as Uint8Array)).toMatchObject({ leaf: { type: 'closed' } });
      expect(last?.size).toBe(3);
      expect(decodeLeaf(opened?.data as Uint8Array)).toMatchObject({
        leaf: { type: 'opened', before: { origin: originOf(2026), size: 3 } },
      });
    });
  });

  it('refuses entries while the clock stands before the last one, and takes them again after', async () => {
    let now = NOON;
    const options = { ...(await places()), clock: () => now };
    await withLog(options, async ({ log }) => {
      await log.append(objected(1));
      now -= 60_000;
      await expect(log.append(objected(2))).rejects.toMatchObject({
        code: 'log-clock',
        fields: { now, last: NOON },
      });
      now = NOON - 500;
      // Another host's clock may be a little behind: the time never goes back.
      expect((await log.append(objected(3))).position).toMatchObject({ index: 2, time: NOON });
    });
    now -= 60_000;
    await withLog(options, ({ log }) =>
      expect(log.append(objected(4))).rejects.toMatchObject({ code: 'log-clock' }),
    );
  });

  it('refuses to go on from a shorter log than was signed', async () => {
    const options = await places();
    await withLog(options, (opened) => appendMany(opened, 0, 10));
    await withLog(options, (opened) => appendMany(opened, 10, 20));
    // The signer remembers 21 entries; the database is another one that never had them.
    const other = await engine.address();
    const refused = { code: 'log-rollback', fields: { by: 'signer', signed: 21 } };
    await expect(openLog({ ...options, address: other })).rejects.toMatchObject(refused);
    // A witness remembers as much, where the signer's disk was restored together with the database.
    const witness = {
      name: 'witness.example',
      last: async () => ({ size: 21, root: new Uint8Array(32) }),
    };
    const forgetful = {
      ...options,
      address: other,
      memory: `${options.memory}-other`,
      witnesses: [witness],
    };
    await expect(openLog(forgetful)).rejects.toMatchObject({
      code: 'log-rollback',
      fields: { by: 'witness.example', size: 0 },
    });
  });

  it('refuses to go on from another log of the same length', async () => {
    const options = await places();
    await withLog(options, (opened) => appendMany(opened, 0, 10));
    const other = { ...options, address: await engine.address(), memory: `${options.memory}-b` };
    await withLog(other, (opened) => appendMany(opened, 100, 120));
    const mixed = { ...other, memory: options.memory };
    await expect(openLog(mixed)).rejects.toMatchObject({
      code: 'log-inconsistent',
      fields: { by: 'signer' },
    });
  });

  it('refuses to sign without a memory, unless a person has it adopted', async () => {
    const options = await places();
    await withLog(options, (opened) => appendMany(opened, 0, 300));
    rmSync(options.memory, { recursive: true });
    await expect(openLog(options)).rejects.toMatchObject({ code: 'log-memory' });
    await withLog({ ...options, adopt: true }, async ({ log }) => {
      expect((await log.append(objected(1))).head.size).toBe(302);
    });
    await withLog(options, (opened) => appendMany(opened, 0, 3));
  });

  it('reads the newest head where a write of the signer was cut off', async () => {
    const options = await places();
    await withLog(options, (opened) => appendMany(opened, 0, 3));
    const backup = `${options.memory}-copy`;
    cpSync(options.memory, backup, { recursive: true });
    await withLog({ ...options, memory: backup }, async ({ log }) => {
      expect((await log.append(objected(9))).position.index).toBe(4);
    });
  });

  it('stops, and says so for ever, where an entry is no longer what was logged', async () => {
    const options = await places();
    await withLog(options, async (opened) => {
      await appendMany(opened, 0, 250);
      const zero = opened.database.engine === 'sqlite' ? `x'00'` : `'\\x00'::bytea`;
      await tamper(opened, 'log_entry', `update log_entry set data = ${zero} where idx = 100`);
    });
    await expect(openLog(options)).rejects.toMatchObject({
      code: 'log-entry-altered',
      fields: { index: 100 },
    });
    // Beyond what is looked at when it starts, the tile that it belongs to is never written.
    const late = await openLog({ ...options, recheck: 0 }).catch((error) => error);
    expect(late).toMatchObject({ code: 'log-entry-altered' });
  });

  it('signs nothing where the signer comes to another hash than stands beside an entry', async () => {
    const options = await places();
    await withLog(options, async (opened) => {
      await appendMany(opened, 0, 10);
      const [log = LOG] = await logTables.all(opened.database.reader);
      // A bit that turned on the way to the disk, after the entry was hashed.
      await opened.database.write(async (sql) => {
        const state = await logTables.hold(sql, log);
        const data = objected(1).data({ ...log, index: 11, time: state.at });
        const leaf = leafHash(data);
        data[9] = (data[9] as number) ^ 1;
        await logTables.insertEntries(sql, log, [
          { idx: 11, at: state.at, kind: 'objected', leaf, data },
        ]);
        await logTables.advance(sql, log, { ...state, size: 12 });
      });
      await expect(opened.log.append(objected(2))).rejects.toMatchObject({
        code: 'log-stopped',
        fields: { because: 'log-entry-altered', index: 11 },
      });
      expect(await opened.signer.last(originOf(log.year))).toMatchObject({ size: 11 });
      expect((await logTables.latestCheckpoint(opened.database.reader, log))?.size).toBe(11);
    });
  });

  it('stops where a running database is replaced by an older one', async () => {
    await withLog(await places(), async (opened) => {
      await appendMany(opened, 0, 10);
      await tamper(opened, 'log_state', 'update log_state set size = 5');
      await expect(opened.log.append(objected(1))).rejects.toMatchObject({
        code: 'log-stopped',
        fields: { because: 'log-rollback', size: 5, read: 11 },
      });
    });
  });

  it('goes on writing while the signer is at the entries before', async () => {
    const options = await places();
    const waiting: (() => void)[] = [];
    const slow = new FileSigner(options.memory, [key]);
    const signer: CheckpointSigner = {
      last: (origin) => slow.last(origin),
      adopt: (origin, frontier) => slow.adopt(origin, frontier),
      sign: async (...call) => {
        await new Promise<void>((go) => waiting.push(go));
        return slow.sign(...call);
      },
    };
    const close = () => slow.close();
    await withLog({ ...options, batch: 2, signer: { signer, close } }, async (opened) => {
      const done: number[] = [];
      const appended = Array.from({ length: 12 }, async (_, number) => {
        const { position } = await opened.log.append(objected(number));
        done.push(position.index);
      });
      const written = () => opened.database.reader.all('select idx from log_entry');
      // All but the last two, behind which nobody waits to be written.
      await expect.poll(written).toHaveLength(11);
      expect(done).toEqual([]);
      const ticking = setInterval(() => waiting.shift()?.(), 5);
      await Promise.all(appended);
      clearInterval(ticking);
      expect(done).toEqual(Array.from({ length: 12 }, (_, at) => at + 1));
    });
  });

  it('stops where a tile cannot be written, and carries nothing on in memory', async () => {
    const options = await places();
    await withLog(options, async (opened) => {
      await appendMany(opened, 0, 200);
      const [log = LOG] = await logTables.all(opened.database.reader);
      await opened.database.write((sql) =>
        logTables.insertTile(sql, log, 0, 0, {
          data: new Uint8Array(8192),
          root: new Uint8Array(32),
        }),
      );
      await expect(appendMany(opened, 200, 300)).rejects.toMatchObject({
        code: 'log-stopped',
        fields: { because: 'store-conflict' },
      });
      await expect(opened.log.append(objected(1))).rejects.toBe(opened.log.stopped);
      const latest = await logTables.latestCheckpoint(opened.database.reader, log);
      expect(latest?.size).toBeLessThan(256);
    });
  });

  it('refuses an entry that cannot be said, and goes on', async () => {
    await withLog(await places(), async ({ log }) => {
      const bad = objected(1, {
        data: () => {
          throw new ChiduError('schema', 'no leaf');
        },
      });
      const [refused, taken] = await Promise.allSettled([log.append(bad), log.append(objected(2))]);
      expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'schema' } });
      expect(taken).toMatchObject({ status: 'fulfilled', value: { position: { index: 1 } } });
    });
  });

  it('takes no more once it is closed', async () => {
    const opened = await openLog(await places());
    const last = opened.log.append(objected(1));
    const closing = opened.close();
    await expect(last).resolves.toMatchObject({ position: { index: 1 } });
    await closing;
    await expect(opened.log.append(objected(2))).rejects.toMatchObject({ code: 'log-stopped' });
  });

  // SQLite has one process: sql/database.test.ts.
  if (engine.name === 'SQLite') return;
  it('lets several processes write one log, each checking what the others wrote', async () => {
    const options = await places();
    const one = await openLog(options);
    const other = await openLog({
      ...options,
      memory: `${options.memory}-b`,
      key: await logSigner(),
    });
    const appended = await Promise.all(
      [one, other].flatMap((opened, process) =>
        Array.from({ length: 300 }, (_, at) => opened.log.append(objected(process * 1000 + at))),
      ),
    );
    const indexes = appended.map(({ position }) => position.index).sort((a, b) => a - b);
    expect(indexes).toEqual(Array.from({ length: 600 }, (_, at) => at + 1));
    const [log = LOG] = await logTables.all(one.database.reader);
    expect(await checkLog(one.database.reader, log)).toMatchObject({ size: 601 });
    await one.close();
    await other.close();
  });
});
