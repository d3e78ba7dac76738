import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '@chidu/sdk/text';
import { readEvidence, verify, writeEvidence } from '@chidu/sdk/verdict';
import { describe, expect, it } from 'vitest';
import { signedCase } from '../src/verdict/fixtures/signed-case.ts';
import type { CommandIo } from './command.ts';
import { run } from './commands/verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'chidu-verify-'));
const put = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return name;
};

async function chidu(args: string[], stdin = '', now = '2026-11-21T03:00:00Z') {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new TextEncoder().encode(stdin),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd: folder,
    now: () => Date.parse(now),
  };
  return { exit: await run(args, io), ...written };
}

const page = readFileSync(new URL('../docs/formats/supervision-code.md', import.meta.url), 'utf8');
const text = /^text +(\S+)$/m.exec(page)?.[1] as string;
const spki = /^SPKI +(\S+)$/m.exec(page)?.[1] as string;
const key = { alg: -19, spki, notBefore: 20260101, notAfter: 20261231, revokedAt: null };

describe('chidu verify', () => {
  it('answers each line, empty ones too, in one order of members', async () => {
    put('keys', JSON.stringify([key]));
    const { exit, out } = await chidu(['--json', '--keys', 'keys'], `${text}\r\n\n  ${text}`);
    const lines = out.trimEnd().split('\n');
    expect(exit).toBe(0);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toMatch(
      /^\{"ok":true,"error":null,"id":"47e5da82[0-9a-f]{56}","checkCode":"2015-8489-6281","payload":\{"1":1,"2":"11330106002489123X",.*"12":1200000\},"steps":\[\]\}$/,
    );
    expect(lines[1]).toBe(
      '{"ok":false,"error":"format","id":null,"checkCode":null,"payload":null,"steps":[]}',
    );
    expect(lines[2]).toBe(lines[0]);
  });

  it('gives the same bytes at any time', async () => {
    const at = (now: string) => chidu(['--json'], text, now);
    expect((await at('2026-11-21T03:00:00Z')).out).toBe((await at('2030-01-01T00:00:00Z')).out);
    expect((await chidu(['--json', '--now', '2026-11-21T03:00:00Z'], text)).out).toContain(
      '"at":"2026-11-21T03:00:00.000Z"',
    );
  });

  it.each([
    ['no option', []],
    ['an unknown option', ['--json', '--speed']],
    ['a trust list without roots', ['--json', '--trust', 'keys']],
    ['keys and a trust list', ['--json', '--keys', 'keys', '--trust', 'keys', '--roots', 'keys']],
    ['a time that is none', ['--json', '--now', 'later']],
    ['a file that is not there', ['--json', '--keys', 'nowhere']],
    ['keys that are no array', ['--json', '--keys', put('object', '{}')]],
    ['a key without spki', ['--json', '--keys', put('bare', '[{"alg":-19}]')]],
    ['a key twice', ['--json', '--keys', put('twice', JSON.stringify([key, key]))]],
  ])('exits with 2 for %s', async (_, args) => {
    const { exit, out, err } = await chidu(args, text);
    expect([exit, out]).toEqual([2, '']);
    expect(err).not.toBe('');
  });

  it('checks an evidence file again, under the given roots alone', async () => {
    const signed = await signedCase();
    const now = new Date('2026-11-21T03:00:00Z');
    const rule = new TextEncoder().encode(canonicalJson(signed.rule));
    const verdict = await verify(signed.text, {
      trust: { keys: null, why: 'trust-missing', against: '' },
      loadRule: async () => ({ bytes: rule, from: 'test' }),
      now: () => now,
    });
    const parts = {
      code: signed.text,
      verdict,
      trustList: signed.list,
      rule,
      statusList: null,
      made: now,
    };
    put('evidence', writeEvidence(parts));
    put('roots', JSON.stringify({ ...signed.roots, seqFloor: 1 }));
    expect(readEvidence(new Uint8Array(readFileSync(join(folder, 'evidence'))))).not.toBeNull();
    const { exit, out, err } = await chidu([
      '--json',
      '--evidence',
      'evidence',
      '--roots',
      'roots',
    ]);
    expect(exit).toBe(0);
    // The roots of the fixture have no SM2 keys that signed, which the command asks for.
    expect(err).toContain('trust-quorum');
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      error: 'unknown-key',
      changed: [
        { id: 'trust', before: 'unknown trust-missing', after: 'unknown trust-refused' },
        expect.anything(),
      ],
    });
  });
});
