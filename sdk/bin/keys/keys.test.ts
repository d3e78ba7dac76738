import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  keyId,
  readTrustList,
  signCode,
  type TrustRoots,
  toHex,
  verifyCode,
} from '@chidu/sdk/codes';
import { verifySm2 } from '@chidu/sdk/codes/sm2';
import { verify as checkCode, writeEvidence } from '@chidu/sdk/verdict';
import { describe, expect, it } from 'vitest';
import { typicalPayload } from '../../../tests/conformance/typical.ts';
import type { CommandIo } from '../command.ts';
import { run } from '../commands/keys.ts';
import { run as runVerify } from '../commands/verify.ts';
import { readSigner } from './signer-file.ts';

const AUTHORITY = '11330106002489123X';
const NOW = Date.parse('2026-11-21T08:00:00Z');

/** A desk: a folder, and the command run in it. What it prints goes into the file named first, when there is one. */
function desk() {
  const cwd = mkdtempSync(join(tmpdir(), 'chidu-keys-'));
  const path = (name: string): string => join(cwd, name);
  const chidu = async (command: typeof run, args: string[], stdin = '') => {
    const parts: Uint8Array[] = [];
    let err = '';
    const io: CommandIo = {
      stdin: async () => new TextEncoder().encode(stdin),
      out: (text) => {
        parts.push(typeof text === 'string' ? new TextEncoder().encode(text) : text);
      },
      err: (text) => {
        err += text;
      },
      cwd,
      now: () => NOW,
    };
    const exit = await command(args, io);
    return { exit, out: Buffer.concat(parts), err };
  };
  const keys = async (into: string | null, ...args: string[]) => {
    const result = await chidu(run, args);
    if (into !== null) {
      expect([result.err, result.exit]).toEqual([expect.not.stringContaining('chidu keys'), 0]);
      writeFileSync(path(into), result.out);
    }
    return result;
  };
  return {
    path,
    keys,
    read: (name: string) => readFileSync(path(name)),
    verify: (args: string[], stdin: string) => chidu(runVerify, args, stdin),
  };
}

async function ceremony() {
  const at = desk();
  const { keys } = at;
  for (const holder of ['a', 'b', 'c']) {
    await keys(`${holder}.ed25519`, 'new', 'ed25519');
    await keys(`${holder}.sm2`, 'new', 'sm2');
  }
  const holders = ['a', 'b', 'c'].flatMap((name) => [name, `${name}.ed25519`, `${name}.sm2`]);
  await keys('roots', 'root', '--quorum', '2', '--floor', '1', ...holders);
  await keys('authority.key', 'new', 'sm2');
  await keys('approver.key', 'new', 'ed25519');
  await keys('draft', 'draft', '--until', '2026-12-31');
  await keys(
    'draft',
    'authority',
    'draft',
    '--code',
    AUTHORITY,
    '--name',
    '甲市市场监督管理局',
    '--region',
    '330106',
    '--host',
    'fxjd.example.gov.cn',
  );
  const window = ['--from', '2026-01-01', '--to', '2026-12-31', '--authority', AUTHORITY];
  await keys('draft', 'add', 'draft', '--key', 'authority.key', '--role', 'authority', ...window);
  await keys('draft', 'add', 'draft', '--key', 'approver.key', '--role', 'approver', ...window);
  return at;
}

describe('the key ceremony', () => {
  it('goes from root keys to a published list that verifies codes', async () => {
    const { keys, read, path, verify } = await ceremony();
    // Each holder signs at home; the second adds lines to what the first sent.
    await keys('list', 'sign', 'draft', '--key', 'a.ed25519', '--key', 'a.sm2');
    expect(await keys(null, 'publish', 'list', '--roots', 'roots')).toMatchObject({
      exit: 1,
      err: expect.stringContaining('trust-quorum'),
    });
    await keys('list', 'sign', 'list', '--key', 'c.ed25519', '--key', 'c.sm2');
    const published = await keys('trust', 'publish', 'list', '--roots', 'roots');
    expect(published.err).toContain('list 1, signed by a, c, 2 keys');

    const roots = JSON.parse(read('roots').toString()) as TrustRoots;
    const list = await readTrustList(new Uint8Array(read('trust')), { roots, now: NOW, sm2: true });
    if (!list.ok) throw new Error(list.error);
    const code = await signCode(typicalPayload, readSigner(read('authority.key').toString()));
    expect(await verifyCode(code.text, list.keys)).toMatchObject({ ok: true });

    const answer = await verify(
      [
        '--json',
        '--trust',
        path('trust'),
        '--roots',
        path('roots'),
        '--now',
        '2026-11-21T08:00:00Z',
      ],
      `${code.text}\n`,
    );
    expect(JSON.parse(answer.out.toString())).toMatchObject({
      ok: true,
      id: code.id,
      steps: expect.arrayContaining([
        expect.objectContaining({ id: 'trust', finding: { state: 'pass' } }),
        expect.objectContaining({
          id: 'rule',
          finding: { state: 'unknown', code: 'rule-not-found' },
        }),
      ]),
    });
  });

  it('lets an evidence file be checked again under the roots, with nothing changed', async () => {
    const { keys, read, path, verify } = await ceremony();
    const own = ['a', 'b'].flatMap((name) => ['--key', `${name}.ed25519`, '--key', `${name}.sm2`]);
    await keys('trust', 'sign', 'draft', ...own);
    const trustList = new Uint8Array(read('trust'));
    const roots = JSON.parse(read('roots').toString()) as TrustRoots;
    const list = await readTrustList(trustList, { roots, now: NOW });
    if (!list.ok) throw new Error(list.error);
    const { text } = await signCode(typicalPayload, readSigner(read('authority.key').toString()));
    const made = new Date(NOW);
    const verdict = await checkCode(text, {
      trust: { keys: list.keys, against: 'list 1', nextUpdate: list.list.nextUpdate },
      loadRule: async () => null,
      now: () => made,
    });
    const parts = { code: text, verdict, trustList, rule: null, statusList: null, made };
    writeFileSync(path('evidence'), writeEvidence(parts));
    const args = ['--json', '--evidence', path('evidence'), '--roots', path('roots')];
    const answer = await verify(args, '');
    expect(JSON.parse(answer.out.toString())).toMatchObject({ ok: true, changed: [] });
  });

  it('enrols an officer with two people and twelve digits', async () => {
    const { keys, read } = await ceremony();
    await keys('officer.key', 'new', 'es256');
    await keys(
      'request',
      'request',
      '--key',
      'officer.key',
      '--authority',
      AUTHORITY,
      '--officer',
      '17',
    );
    const digits = (await keys('digits', 'digits', 'request')).out.toString().trim();
    const approve = (shown: string) => [
      'approve',
      'request',
      '--digits',
      shown,
      '--key',
      'approver.key',
      '--role',
      'officer',
      '--from',
      '2026-11-28',
      '--to',
      '2027-11-27',
    ];
    expect(await keys(null, ...approve('0000-0000-0000'))).toMatchObject({ exit: 1 });
    await keys('approval', ...approve(digits));
    await keys('draft', 'admit', 'draft', 'request', 'approval');
    const officer = readSigner(read('officer.key').toString());
    expect(JSON.parse(read('draft').toString()).keys.at(-1)).toMatchObject({
      spki: toHex(officer.spki),
      role: 'officer',
      notBefore: 20261128,
    });
  });

  it('revokes a key in the next list, which must be the next', async () => {
    const { keys, read } = await ceremony();
    const sign = (draft: string, list: string) =>
      keys(
        list,
        'sign',
        draft,
        ...['a', 'b'].flatMap((holder) => ['--key', `${holder}.ed25519`, '--key', `${holder}.sm2`]),
      );
    await sign('draft', 'one');
    const stranger = (
      await keys(null, 'revoke', 'one', '0000000000000000', '--on', '2026-11-21', '--reason', 'x')
    ).err;
    expect(stranger).toContain('no key 0000000000000000');
    const authority = readSigner(read('authority.key').toString());
    const own = (await signCode(typicalPayload, authority)).text;
    await keys('next', 'draft', 'one', '--until', '2026-12-31');
    const lines = new TextDecoder().decode(read('next'));
    expect(JSON.parse(lines).seq).toBe(2);
    const id = toHex(keyId(authority.spki));
    await keys('next', 'revoke', 'next', id, '--on', '2026-11-21', '--reason', 'lost');
    await sign('next', 'two');
    await keys('trust', 'publish', 'two', '--roots', 'roots', '--previous', 'one');
    expect(
      await keys(null, 'publish', 'one', '--roots', 'roots', '--previous', 'two'),
    ).toMatchObject({ exit: 1 });
    const list = await readTrustList(new Uint8Array(read('trust')), {
      roots: JSON.parse(read('roots').toString()),
      now: NOW,
    });
    expect(list.ok && (await verifyCode(own, list.keys))).toMatchObject({ error: 'key-revoked' });
  });

  it('says how it is called', async () => {
    const { keys } = desk();
    for (const args of [[], ['steal'], ['new', '--unknown', 'x'], ['constructor']]) {
      expect(await keys(null, ...args)).toMatchObject({
        exit: 2,
        err: expect.stringContaining('Usage'),
      });
    }
    expect(await keys(null, 'new', 'rsa')).toMatchObject({ exit: 1 });
    expect(await keys(null, 'digits', 'nowhere')).toMatchObject({ exit: 2 });
  });
});

const hasSm2 = spawnSync('openssl', ['list', '-public-key-algorithms'], { encoding: 'utf8' });

describe.runIf(hasSm2.stdout?.includes('SM2'))('a device behind a command', () => {
  it('signs SM2 with OpenSSL in its place', async () => {
    const { path } = desk();
    execFileSync('openssl', ['genpkey', '-algorithm', 'SM2', '-out', path('device.pem')], {
      stdio: 'ignore',
    });
    const spki = execFileSync('openssl', [
      'pkey',
      '-in',
      path('device.pem'),
      '-pubout',
      '-outform',
      'DER',
    ]);
    const command = [
      'openssl',
      'dgst',
      '-sm3',
      '-sign',
      path('device.pem'),
      '-sigopt',
      'distid:1234567812345678',
    ];
    const device = readSigner(
      JSON.stringify({
        format: 'chidu-device/1',
        alg: -65537,
        spki: toHex(spki),
        command,
        signature: 'der',
      }),
    );
    for (let round = 0; round < 8; round++) {
      const message = new TextEncoder().encode(`message ${round}`);
      expect(verifySm2(spki.subarray(-65), message, await device.sign(message))).toBe(true);
    }
  });

  it('names a device that does not sign', async () => {
    const device = readSigner(
      JSON.stringify({
        format: 'chidu-device/1',
        alg: -7,
        spki: '00',
        command: ['false'],
        signature: 'raw',
      }),
    );
    await expect(device.sign(new Uint8Array(1))).rejects.toThrow('false did not sign');
  });
});
