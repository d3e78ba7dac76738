import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { CommandIo } from './command.ts';
import { run } from './commands/receipt.ts';

const kept = join(import.meta.dirname, '../src/log/fixtures/kept');

async function receipt(args: string[], cwd = kept) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd,
    now: () => Date.parse('2026-11-22T03:00:00Z'),
  };
  return { exit: await run(args, io), ...written };
}

it('says what a kept receipt proves', async () => {
  const { exit, out, err } = await receipt(['receipt-1.tlog-proof', '--keys', 'log-keys-1.json']);
  expect([exit, err]).toEqual([0, '']);
  expect(out).toBe(
    `entry      issued at 2026-11-21T01:49:20.000Z
code       ${'64'.padStart(64, '0')}, check code 0000-0000-0000
body hash  ${'11'.repeat(32)}
log        fxjd.example.gov.cn/supervision-log/330106-2026
place      201 of 270
witness    justice.example.gov.cn (government) at 2026-11-22T00:01:00.000Z
witness    bar.example.org (bar association) at 2026-11-22T00:01:00.000Z
`,
  );
});

it('refuses by name what is no receipt, and says what it cannot read', async () => {
  const keys = ['--keys', 'log-keys-1.json'];
  expect(await receipt(['leaves-1.json', ...keys])).toEqual({
    exit: 1,
    out: '',
    err: 'chidu receipt: leaves-1.json is refused: receipt-format\n',
  });
  expect(await receipt(['nowhere', ...keys])).toMatchObject({ exit: 1, out: '' });
});

it.each([
  ['no file', ['--keys', 'log-keys-1.json']],
  ['no keys', ['receipt-1.tlog-proof']],
  ['roots alone', ['receipt-1.tlog-proof', '--roots', 'roots']],
  ['an unknown option', ['receipt-1.tlog-proof', '--keys', 'k', '--fast']],
])('exits with 2 for %s', async (_, args) => {
  const { exit, out, err } = await receipt(args);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain('Usage');
});
