import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jsonBody, signText, toHex } from '@chidu/sdk/codes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ed25519Signer, sm2Signer } from '../../tests/conformance/signers.ts';
import { hostedFiles } from '../src/log/fixtures/hosted-log.ts';
import { filledLog, ORIGIN, TRUSTED_LOG } from '../src/log/fixtures/test-log.ts';
import type { CommandIo } from './command.ts';
import { run } from './commands/audit.ts';

const log = filledLog(300);
const folder = mkdtempSync(join(tmpdir(), 'chidu-audit-'));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

async function audit(...args: string[]) {
  const written = { out: '', err: '' };
  let clock = Date.parse('2026-11-22T03:00:00Z');
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd: folder,
    now: () => {
      clock += 600;
      return clock;
    },
  };
  return { exit: await run(args, io), ...written };
}

describe('chidu audit', () => {
  let files: Map<string, Uint8Array>;
  let server: Server;
  let url: string;

  beforeAll(async () => {
    files = await hostedFiles(log);
    server = createServer(({ url: path = '' }, response) => {
      const found = files.get(path.slice('/log/'.length));
      response.writeHead(found ? 200 : 404).end(found);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/log`;
    put('keys', JSON.stringify({ format: 'chidu-log-keys/1', ...TRUSTED_LOG }));
  });
  afterAll(() => server.close());

  it('walks a log over HTTP, says what holds, and keeps the checkpoint', async () => {
    const { exit, out, err } = await audit(url, '--keys', 'keys', '--save', 'kept');
    expect(exit).toBe(0);
    expect(out).toContain(`log        ${ORIGIN}\n`);
    expect(out).toContain('recomputed 601 entries\n');
    expect(out).toContain('      300 issued\n');
    expect(out).toMatch(/Everything holds\.\n$/);
    expect(err).toContain('entries\n');
    expect(readFileSync(join(folder, 'kept'))).toEqual(Buffer.from(files.get('checkpoint') ?? []));
    const again = await audit(url, '--keys', 'keys', '--since', 'kept', '--json');
    expect(JSON.parse(again.out)).toMatchObject({ format: 'chidu-audit/1', faults: [] });
  });

  it('takes logs and witnesses from a signed trust list', async () => {
    const holders = ['one', 'two'];
    const list = {
      format: 'chidu-trust-list/1',
      seq: 1,
      issued: '2026-11-20T00:00:00Z',
      nextUpdate: '2026-12-20T00:00:00Z',
      authorities: [],
      keys: [],
      packs: [],
      ...TRUSTED_LOG,
    };
    const signers = holders.flatMap((name) => [ed25519Signer(name), sm2Signer(name)]);
    put('list', await signText(jsonBody(list), signers));
    const roots = {
      format: 'chidu-roots/1',
      quorum: 2,
      seqFloor: 1,
      holders: holders.map((name) => ({
        name,
        ed25519: toHex(ed25519Signer(name).spki),
        sm2: toHex(sm2Signer(name).spki),
      })),
    };
    put('roots', JSON.stringify(roots));
    expect((await audit(url, '--trust', 'list', '--roots', 'roots')).exit).toBe(0);
    put('roots', JSON.stringify({ ...roots, seqFloor: 2 }));
    const refused = await audit(url, '--trust', 'list', '--roots', 'roots');
    expect(refused).toMatchObject({ exit: 1, out: '' });
    expect(refused.err).toContain('trust-rollback');
  });

  it('exits with 1 and keeps nothing where something does not hold', async () => {
    const tile = files.get('tile/0/000') as Uint8Array;
    files.set('tile/0/000', tile.slice().reverse());
    const { exit, out } = await audit(url, '--keys', 'keys', '--save', 'not-kept');
    files.set('tile/0/000', tile);
    expect(exit).toBe(1);
    expect(out).toContain('FAULT      audit-tile: tile/0/000, entry 0\n1 faults.\n');
    expect(existsSync(join(folder, 'not-kept'))).toBe(false);
    const unreachable = await audit('http://127.0.0.1:1/log', '--keys', 'keys');
    expect(unreachable).toMatchObject({ exit: 1, out: '' });
    expect(unreachable.err).toContain('127.0.0.1:1 is out of reach: checkpoint');
  });

  it('mirrors a log and audits the mirror without a network', async () => {
    expect((await audit(url, '--keys', 'keys', '--mirror', 'mirror')).exit).toBe(0);
    for (const [path, bytes] of files) {
      expect(readFileSync(join(folder, 'mirror', path))).toEqual(Buffer.from(bytes));
    }
    expect((await audit('mirror', '--keys', 'keys')).exit).toBe(0);
    const tile = readFileSync(join(folder, 'mirror/tile/0/001'));
    tile[32 * 7] = (tile[32 * 7] as number) ^ 1;
    put('mirror/tile/0/001', tile);
    const altered = await audit('mirror', '--keys', 'keys');
    expect(altered.exit).toBe(1);
    expect(altered.out).toContain('audit-tile: tile/0/001, entry 263\n');
    expect(await audit('no-mirror', '--keys', 'keys')).toMatchObject({ exit: 1, out: '' });
  });

  it.each([
    ['no address', ['--keys', 'keys']],
    ['no keys', ['http://example.org']],
    ['two kinds of keys', ['http://example.org', '--keys', 'k', '--trust', 't', '--roots', 'r']],
    ['a list without roots', ['http://example.org', '--trust', 't']],
    ['an unknown option', ['http://example.org', '--keys', 'keys', '--fast']],
  ])('exits with 2 for %s', async (_, args) => {
    const { exit, out, err } = await audit(...args);
    expect([exit, out]).toEqual([2, '']);
    expect(err).toContain('Usage');
  });

  it('names the fault of a keys file', async () => {
    put('odd', JSON.stringify({ format: 'chidu-log-keys/1', ...TRUSTED_LOG, witnesses: [{}] }));
    expect((await audit(url, '--keys', 'odd')).err).toContain('/witnesses/0');
  });
});
