import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHex, jsonBody, type ListedKey, signText, type TrustRoots } from '@chidu/sdk/codes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from './commands/serve.ts';
import { newKeyFile, readSigner } from './keys/signer-file.ts';
import { TrustFile } from './serve/trust-file.ts';

const AUTHORITY = '11330106002489128X';
const pack = (name: string): string => fileURLToPath(new URL(`../packs/${name}`, import.meta.url));

let folder: string;
/** The trust list with a number. */
let signed: (seq: number) => Promise<Uint8Array>;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chidu-serve-'));
  const key = (name: string, algorithm: 'ed25519' | 'sm2') => {
    const text = newKeyFile(algorithm);
    writeFileSync(join(folder, name), text);
    return readSigner(text);
  };
  const code = key('code.json', 'sm2');
  key('log.json', 'ed25519');
  const roots = [1, 2].map(
    (number) => [key(`${number}.ed`, 'ed25519'), key(`${number}.sm2`, 'sm2')] as const,
  );
  const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
  const listed: ListedKey = {
    alg: code.alg,
    spki: hex(code.spki),
    role: 'authority',
    authorities: [AUTHORITY],
    notBefore: 20260101,
    notAfter: 20271231,
    revokedAt: null,
    reason: null,
  };
  const list = {
    format: 'chidu-trust-list/1',
    seq: 1,
    issued: '2026-11-20T00:00:00Z',
    nextUpdate: '2027-01-01T00:00:00Z',
    authorities: [
      {
        code: AUTHORITY,
        name: '示例区市场监督管理局',
        region: '330106',
        parent: null,
        hosts: [],
        channels: [],
      },
    ],
    keys: [listed],
    packs: [],
    logs: [],
    witnesses: [],
    witnessQuorum: 0,
  };
  signed = (seq) => signText(jsonBody({ ...list, seq }), roots.flat());
  writeFileSync(join(folder, 'list.txt'), await signed(1));
  const holders = roots.map(([ed25519, sm2], index) => ({
    name: `holder ${index + 1}`,
    ed25519: hex(ed25519.spki),
    sm2: hex(sm2.spki),
  }));
  writeFileSync(
    join(folder, 'roots.json'),
    JSON.stringify({ format: 'chidu-roots/1', quorum: 2, seqFloor: 1, holders }),
  );
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  expect(fromHex(listed.spki)).not.toBeNull();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const config = {
  format: 'chidu-service/1',
  audience: 'https://fxjd.example.gov.cn',
  port: 0,
  store: 'sqlite:store.db',
  trust: { list: 'list.txt', roots: 'roots.json' },
  rules: {
    statutes: [pack('statutes.json')],
    benchmarks: [pack('sample-benchmark.json')],
    grounds: pack('grounds.json'),
    allowSample: true,
  },
  authorities: [
    { code: AUTHORITY, region: '330106', signer: 'code.json', logSigners: ['log.json'] },
  ],
};

const chidu = (...args: string[]): ChildProcess =>
  spawn(
    process.execPath,
    [
      '--conditions=development',
      fileURLToPath(new URL('main.ts', import.meta.url)),
      'serve',
      ...args,
    ],
    { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] },
  );

async function ended(child: ChildProcess): Promise<{ code: number | null; err: string }> {
  let err = '';
  child.stderr?.on('data', (data: Buffer) => {
    err += data;
  });
  const code = await new Promise<number | null>((done) => child.on('close', done));
  return { code, err };
}

const address = (child: ChildProcess): Promise<string> =>
  new Promise((found, failed) => {
    child.stdout?.once('data', (data: Buffer) => found(String(data).trim()));
    child.on('close', (code) => failed(new Error(`ended with ${code}`)));
  });

it('takes no older trust list over a restart', async () => {
  const roots = JSON.parse(readFileSync(join(folder, 'roots.json'), 'utf8')) as TrustRoots;
  const [list, seen] = [join(folder, 'numbered.txt'), join(folder, 'seen', 'trust-list.json')];
  const open = () => TrustFile.open(list, seen, roots, Date.now, (error) => expect.fail(error));
  writeFileSync(list, await signed(3));
  expect((await (await open()).keys()).size).toBe(1);
  writeFileSync(list, await signed(2));
  await expect(open()).rejects.toThrow('trust-rollback');
  writeFileSync(list, await signed(3));
  await open();
});

describe('chidu serve', () => {
  it('serves what its files say, and starts again on the same store', async () => {
    for (const round of [1, 2]) {
      const child = chidu('config.json');
      const end = ended(child);
      const url = await address(child);
      expect(await (await fetch(`${url}/health`)).json()).toMatchObject({ status: 'ok' });
      expect(await (await fetch(`${url}/trust-list.txt`)).text()).toBe(
        readFileSync(join(folder, 'list.txt'), 'utf8'),
      );
      // The trust list is the first thing that is entered, once.
      const year = new Date().getFullYear();
      const checkpoint = await fetch(`${url}/supervision-log/330106-${year}/checkpoint`);
      const [origin, size] = (await checkpoint.text()).split('\n');
      expect(origin).toBe(`fxjd.example.gov.cn/supervision-log/330106-${year}`);
      expect(size).toBe('2');
      child.kill('SIGTERM');
      const { code, err } = await end;
      expect([code, round]).toEqual([0, round]);
      const lines = err
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as { route: string });
      expect(lines.map(({ route }) => route)).toEqual(['health', 'trustList', 'checkpoint']);
    }
  });

  it('says what is wrong with a configuration and does not start', async () => {
    for (const [change, word] of [
      [{ trust: { list: 'config.json', roots: 'roots.json' } }, 'trust list'],
      [{ store: 'mysql://x' }, 'store'],
      [
        { authorities: config.authorities.map((one) => ({ ...one, recipient: 'none.txt' })) },
        'none.txt',
      ],
    ] as const) {
      writeFileSync(join(folder, 'bad.json'), JSON.stringify({ ...config, ...change }));
      const { code, err } = await ended(chidu('bad.json'));
      expect(err).toContain(word);
      expect(code).toBe(1);
    }
  });

  it('needs one configuration, and reads it whole before anything starts', async () => {
    let err = '';
    const here = (...args: string[]) =>
      run(args, {
        stdin: async () => new Uint8Array(),
        out: (text) => expect.fail(String(text)),
        err: (text) => {
          err += String(text);
        },
        cwd: folder,
        now: Date.now,
      });
    expect(await here()).toBe(2);
    expect(err).toContain('Usage: chidu serve');
    writeFileSync(join(folder, 'bad.json'), JSON.stringify({ ...config, audience: 'nowhere' }));
    expect(await here('bad.json')).toBe(1);
    expect(err).toContain('configuration: audience');
  });
});
