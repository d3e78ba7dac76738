import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseCheckpoint, parseNote } from '@chidu/sdk/log';
import { afterAll, expect, it } from 'vitest';
import { AUTHORITY, logSigner, objected } from '../src/service/store/fixtures/authority.ts';
import { openLog } from '../src/service/store/fixtures/opened-log.ts';
import { run } from './commands/store.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidu-store-command-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function store(...args: string[]) {
  let out = '';
  let err = '';
  const exit = await run(args, {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      out += String(text);
    },
    err: (text) => {
      err += String(text);
    },
    cwd: folder,
    now: () => Date.UTC(2026, 10, 22),
  });
  return { exit, out, err };
}

it('makes a schema, recomputes a log and exports it for a mirror', async () => {
  for (const args of [
    ['check', 'sqlite:a.db'],
    ['export', 'sqlite:a.db', 'mirror'],
  ]) {
    const { exit, err } = await store(...args);
    expect([exit, err]).toEqual([1, expect.stringContaining('no such file')]);
    expect(existsSync(join(folder, 'a.db'))).toBe(false);
  }
  expect(await store('migrate', 'sqlite:a.db')).toMatchObject({ exit: 0 });
  const { log, close } = await openLog({
    address: `sqlite:${join(folder, 'a.db')}`,
    memory: join(folder, 'memory'),
    key: await logSigner(),
    clock: () => Date.UTC(2026, 10, 22),
  });
  await Promise.all(Array.from({ length: 300 }, (_, number) => log.append(objected(number))));
  await close();
  const checked = await store('check', 'sqlite:a.db');
  expect(checked).toMatchObject({
    exit: 0,
    out: expect.stringContaining(`${AUTHORITY} 2026 301 `),
  });
  expect(await store('export', 'sqlite:a.db', 'mirror')).toMatchObject({ exit: 0 });
  const file = (path: string) => join(folder, 'mirror', AUTHORITY, '2026', path);
  const note = parseNote(readFileSync(file('checkpoint'), 'utf8'));
  expect(parseCheckpoint(note?.text ?? '')).toMatchObject({ size: 301 });
  for (const path of ['tile/0/000', 'tile/0/001.p/45', 'tile/1/000.p/1', 'tile/entries/000']) {
    expect(existsSync(file(path)), path).toBe(true);
  }
  expect(await store('export', 'sqlite:a.db', 'mirror')).toMatchObject({ exit: 0 });
});

it('says how a role of PostgreSQL is narrowed', async () => {
  const { exit, out } = await store('role', 'chidu_app');
  expect(exit).toBe(0);
  expect(out).toContain('revoke update, delete on log_entry');
});

it.each([[[]], [['role', 'x;y']], [['export', 'sqlite:a.db']], [['toString', 'sqlite:a.db']]])(
  'shows how it is called where it was called wrongly: %j',
  async (args) => {
    expect(await store(...args)).toMatchObject({ exit: 2, err: expect.stringContaining('Usage:') });
  },
);

it('says what is wrong with a store', async () => {
  const { exit, err } = await store('check', 'mysql://user:secret@host/db');
  expect(exit).toBe(1);
  expect(err).not.toContain('secret');
});
