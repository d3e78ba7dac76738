import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TrustList } from '@chidu/sdk/codes';
import { logPolicy, parseNoteKey } from '@chidu/sdk/log';
import { expect, it } from 'vitest';
import type { CommandIo } from '../command.ts';
import { run as runKeys } from '../commands/keys.ts';
import { run as runWitness } from '../commands/witness.ts';

const cwd = mkdtempSync(join(tmpdir(), 'chidu-log-keys-'));
const ORIGIN = 'fxjd.example.gov.cn/supervision-log/330106-2026';
const AUTHORITY = '11330106002489123X';

async function chidu(command: typeof runKeys, args: string[], into?: string) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += typeof text === 'string' ? text : new TextDecoder().decode(text);
    },
    err: (text) => {
      written.err += text;
    },
    cwd,
    now: () => Date.parse('2026-11-22T00:00:00Z'),
  };
  const exit = await command(args, io);
  if (into !== undefined) writeFileSync(join(cwd, into), written.out);
  return { exit, ...written };
}

it('enters logs and witnesses into a trust list from the command line', async () => {
  for (const [name, algorithm] of [
    ['log.ed25519', 'ed25519'],
    ['log.sm2', 'sm2'],
    ['w1', 'ed25519'],
    ['w2', 'ed25519'],
  ] as const) {
    await chidu(runKeys, ['new', algorithm], name);
  }
  await chidu(runKeys, ['draft', '--until', '2026-12-31'], 'd0');
  const log = ['--origin', ORIGIN, '--authority', AUTHORITY];
  await chidu(runKeys, ['log', 'd0', '--key', 'log.ed25519', ...log], 'd1');
  await chidu(runKeys, ['log', 'd1', '--key', 'log.sm2', ...log], 'd2');
  const vkeys = await Promise.all(
    ['w1', 'w2'].map(async (key) => {
      const args = ['--name', `${key}.example.org`, '--key', key, '--print-key'];
      return (await chidu(runWitness, args)).out.trim();
    }),
  );
  const [one = '', two = ''] = vkeys;
  expect(parseNoteKey(one)).toMatchObject({ name: 'w1.example.org', kind: 'cosignature' });
  const witness = (draft: string, vkey: string, chain: string, quorum: string, into?: string) =>
    chidu(runKeys, ['witness', draft, '--vkey', vkey, '--chain', chain, '--quorum', quorum], into);
  await witness('d2', one, 'government', '1', 'd3');
  expect(await witness('d3', two, 'government', '2')).toMatchObject({ exit: 1, out: '' });
  await witness('d3', two, 'bar association', '2', 'd4');

  const list = JSON.parse(readFileSync(join(cwd, 'd4'), 'utf8')) as TrustList;
  const policy = logPolicy(list, ORIGIN);
  expect(policy?.keys.map(({ kind }) => kind)).toEqual(['ed25519', 'sm2']);
  expect(policy).toMatchObject({
    authority: AUTHORITY,
    quorum: 2,
    witnesses: [{ chain: 'government' }, { chain: 'bar association' }],
  });

  const odd = ['log', 'd0', '--key', 'log.sm2', '--origin', 'Example', '--authority', AUTHORITY];
  expect(await chidu(runKeys, odd)).toMatchObject({ exit: 1, out: '' });
  expect(await witness('d2', ORIGIN, 'government', '1')).toMatchObject({ exit: 1, out: '' });
});

it.each([
  ['no key', ['--name', 'w.example']],
  ['no log', ['--name', 'w.example', '--key', 'w1', '--dir', 'memory']],
  ['no folder', ['--name', 'w.example', '--key', 'w1', '--log', 'x']],
  ['a port that is none', ['--name', 'w', '--key', 'w1', '--port', 'http', '--print-key']],
])('a witness is not started with %s', async (_, args) => {
  const { exit, out, err } = await chidu(runWitness, args);
  expect([exit, out]).toEqual([2, '']);
  expect(err).toContain('Usage');
});

it('a witness says which key it cannot read', async () => {
  const args = ['--name', 'w.example', '--key', 'w1', '--dir', 'memory', '--log', 'rubbish'];
  expect(await chidu(runWitness, args)).toMatchObject({
    exit: 1,
    err: 'chidu witness: not a note verification key: rubbish\n',
  });
});
