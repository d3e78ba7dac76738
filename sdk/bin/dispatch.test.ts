import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import type { CommandIo, CommandTable } from './command.ts';
import { dispatch } from './dispatch.ts';

const table: CommandTable = {
  double: async () => ({
    summary: 'Doubles a number.',
    usage: 'Usage: chidu double NUMBER\n',
    run: async ([number], io) => {
      io.out(`${Number(number) * 2}\n`);
      return 0;
    },
  }),
  read: async () => ({
    summary: 'Reads a file.',
    usage: '',
    run: async ([path = '']) => (await readFile(path)).length,
  }),
  broken: async () => ({
    summary: 'Breaks.',
    usage: '',
    run: () => Promise.reject(new TypeError('a mistake')),
  }),
  no: async () => ({ summary: 'Answers no.', usage: '', run: async () => 1 }),
};

async function run(...args: string[]) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd: '/',
    now: () => 0,
  };
  return { exit: await dispatch(args, io, table), ...written };
}

test('a command gets its arguments and gives the exit code', async () => {
  expect(await run('double', '21')).toEqual({ exit: 0, out: '42\n', err: '' });
  expect(await run('no')).toEqual({ exit: 1, out: '', err: '' });
});

test('without a command the list goes to standard error with exit code 2', async () => {
  const { exit, out, err } = await run();
  expect([exit, out]).toEqual([2, '']);
  expect(err).toBe(
    'Usage: chidu COMMAND [ARGUMENT...]\n  broken  Breaks.\n  double  Doubles a number.\n  no      Answers no.\n  read    Reads a file.\nchidu COMMAND --help says what it takes.\n',
  );
});

test('help that was asked for goes to standard output', async () => {
  const { exit, out, err } = await run('--help');
  expect([exit, err]).toEqual([0, '']);
  expect(out).toContain('Doubles a number.');
});

test('so does the help of a command, wherever its arguments ask for it', async () => {
  for (const args of [['--help'], ['-h'], ['21', '--help']]) {
    expect(await run('double', ...args)).toEqual({
      exit: 0,
      out: 'Usage: chidu double NUMBER\n',
      err: '',
    });
  }
});

test('a refusal of the system is told in a line, a mistake of ours is not hidden', async () => {
  const { exit, out, err } = await run('read', '/nowhere/at/all');
  expect([exit, out]).toEqual([1, '']);
  expect(err).toMatch(/^chidu read: ENOENT: no such file .*\n$/);
  await expect(run('broken')).rejects.toThrow('a mistake');
});

test('an unknown command is named, inherited names included', async () => {
  for (const name of ['treble', 'constructor']) {
    const { exit, err } = await run(name);
    expect(exit).toBe(2);
    expect(err).toContain(`no command "${name}"`);
  }
});
