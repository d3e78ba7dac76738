import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MANIFEST_NAME } from '@chidu/sdk/cases';
import { jsonBody, signText, toHex } from '@chidu/sdk/codes';
import { writeCsv } from '@chidu/sdk/sheets';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { records } from '../../src/cases/fixtures/library.ts';
import type { CommandIo } from '../command.ts';
import { run } from '../commands/cases.ts';
import { newKeyFile, readSigner } from '../keys/signer-file.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'chidu-cases-'));
});
afterEach(() => rm(cwd, { recursive: true }));

/** Exit code and output; `stop` interrupts at the first line of progress that has it. */
async function chidu(line: string, { stdin = '', stop = '' } = {}) {
  const [out, err]: [string[], string[]] = [[], []];
  const interrupt = new AbortController();
  const io: CommandIo = {
    stdin: async () => new TextEncoder().encode(stdin),
    out: (text) => out.push(String(text)),
    err: (text) => {
      err.push(text);
      if (stop !== '' && text.includes(stop)) interrupt.abort();
    },
    cwd,
    now: () => Date.parse('2026-11-22T00:00:00Z'),
    signal: interrupt.signal,
  };
  const exit = await run(line.split(' '), io);
  return { exit, out: out.join(''), err: err.join('') };
}
const text = (name: string) => readFile(join(cwd, name), 'utf8');

/** A public list of so many penalties; the third has no facts, the last repeats the first. */
function list(count: number): Uint8Array {
  const rows = Array.from({ length: count }, (_, i) => [
    `甲市监处罚〔2026〕${i === count - 1 ? 0 : i}号`,
    i === 2 ? '' : `当事人第${i}次在编号${i * 7919}的货架上销售超过保质期的饼干。`,
    '0.5',
  ]);
  return writeCsv([['行政处罚决定书文号', '违法事实', '罚款金额（万元）'], ...rows]);
}

describe('chidu cases import', () => {
  it('writes records, refusals with their reasons, and the mapping for the next time', async () => {
    await writeFile(join(cwd, 'list.csv'), list(10));
    const { exit, out } = await chidu('import list.csv --out r.jsonl --mapping m.json --json');
    expect(exit).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      rows: 10,
      taken: 8,
      rejected: [{ at: 'list.csv:4', issues: [{ code: 'missing-field' }] }],
      duplicates: [{ at: 'list.csv:11', kind: 'number' }],
    });
    const lines = (await text('r.jsonl'))
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(8);
    expect(lines[0]).toMatchObject({
      fine: 500_000,
      source: { name: 'list.csv', at: 'list.csv:2' },
    });
    expect((await text('r.jsonl.refused.jsonl')).trim().split('\n')).toHaveLength(2);
    expect(JSON.parse(await text('m.json')).columns[2]).toEqual({
      header: '罚款金额（万元）',
      to: 'fine',
      unit: 'wan-yuan',
    });
    expect((await readdir(cwd)).sort()).toEqual([
      'list.csv',
      'm.json',
      'r.jsonl',
      'r.jsonl.refused.jsonl',
    ]);
    const again = await chidu('import list.csv --out s.jsonl --mapping m.json --json');
    expect(await text('s.jsonl')).toBe(await text('r.jsonl'));
    expect(again.exit).toBe(1);
  });

  it('goes on where it was interrupted, and comes to the same', async () => {
    await writeFile(join(cwd, 'list.csv'), list(3500));
    const stopped = await chidu('import list.csv --out r.jsonl', { stop: '2000 /' });
    expect(stopped.exit).toBe(1);
    expect(await readdir(cwd)).not.toContain('r.jsonl');
    // What a crash left behind the last sound record.
    await writeFile(join(cwd, 'r.jsonl.part'), '{"format":"chidu-case-rec', { flag: 'a' });
    const resumed = await chidu('import list.csv --out r.jsonl --resume');
    expect(resumed.err).not.toContain('1000 /');
    await chidu('import list.csv --out whole.jsonl');
    expect(await text('r.jsonl')).toBe(await text('whole.jsonl'));
    expect(await text('r.jsonl.refused.jsonl')).toBe(await text('whole.jsonl.refused.jsonl'));
  });
});

describe('chidu cases build and search', () => {
  const facts = '货架上待售的饼干已经超过保质期';
  const build = async (count: number, more = '') => {
    await writeFile(
      join(cwd, 'r.jsonl'),
      records(count)
        .map((one) => `${JSON.stringify(one)}\n`)
        .join(''),
    );
    return chidu(`build r.jsonl --out lib --id mine --json${more}`);
  };

  it('makes a library that answers, as a folder and as one file', async () => {
    const { exit, out } = await build(400, ' --bundle lib.chidu');
    expect([exit, JSON.parse(out)]).toMatchObject([0, { records: 400, serial: 1, signed: false }]);
    for (const place of ['lib', 'lib.chidu']) {
      const found = await chidu(`search ${place} --unsigned --limit 3 --json`, { stdin: facts });
      const { hits } = JSON.parse(found.out);
      expect(hits).toHaveLength(3);
      expect(hits[0].record.violation).toBe('food-expired-or-false-date');
    }
  });

  it('replaces an edition only when it is whole, and keeps no file that nobody needs', async () => {
    await build(400, ' --most 50');
    const before = await readdir(join(cwd, 'lib'));
    const manifest = await text(`lib/${MANIFEST_NAME}`);
    await writeFile(join(cwd, 'r.jsonl'), 'no json\n');
    expect((await chidu('build r.jsonl --out lib --id mine')).exit).toBe(1);
    expect(await text(`lib/${MANIFEST_NAME}`)).toBe(manifest);
    const { out } = await build(410, ' --most 50');
    expect(JSON.parse(out).serial).toBe(2);
    const after = await readdir(join(cwd, 'lib'));
    expect(after.filter((name) => !before.includes(name)).length).toBeLessThanOrEqual(8);
    expect(after).toHaveLength(JSON.parse(out).shards * 2 + 1);
  });

  it('opens for others only with the signature of a listed publisher', async () => {
    await writeFile(join(cwd, 'key.json'), newKeyFile('ed25519'));
    expect(JSON.parse((await build(40, ' --key key.json')).out)).toMatchObject({ signed: true });
    expect((await chidu('search lib', { stdin: facts })).exit).toBe(2);
    const { alg, spki } = readSigner(await text('key.json'));
    const trusting = async (revokedAt: number | null) => {
      const key = { alg, spki: toHex(spki), role: 'publisher', authorities: [], reason: null };
      const keys = [{ ...key, notBefore: 20260101, notAfter: 20261231, revokedAt }];
      const holders = ['one', 'two'].map((name) => ({
        name,
        ed25519: readSigner(newKeyFile('ed25519')),
        sm2: readSigner(newKeyFile('sm2')),
      }));
      const list = {
        format: 'chidu-trust-list/1',
        seq: 1,
        issued: '2026-11-20T00:00:00Z',
        nextUpdate: '2026-12-20T00:00:00Z',
        authorities: [],
        keys,
        packs: [],
        logs: [],
        witnesses: [],
        witnessQuorum: 0,
      };
      const signers = holders.flatMap(({ ed25519, sm2 }) => [ed25519, sm2]);
      await writeFile(join(cwd, 'list'), await signText(jsonBody(list), signers));
      const roots = holders.map(({ name, ed25519, sm2 }) => ({
        name,
        ed25519: toHex(ed25519.spki),
        sm2: toHex(sm2.spki),
      }));
      const pinned = { format: 'chidu-roots/1', quorum: 2, seqFloor: 1, holders: roots };
      await writeFile(join(cwd, 'roots'), JSON.stringify(pinned));
      return chidu('search lib --trust list --roots roots --json', { stdin: facts });
    };
    const found = await trusting(null);
    expect([found.exit, JSON.parse(found.out).hits.length]).toEqual([0, 10]);
    const refused = await trusting(20261101);
    expect(refused.exit).toBe(1);
    expect(JSON.parse(refused.out).issues).toMatchObject([{ code: 'library-signature' }]);
  });

  it('is called wrongly without what it needs', async () => {
    for (const line of [
      '',
      'build r.jsonl',
      'import',
      'search',
      'build r.jsonl --out x --id y --most 0',
    ]) {
      expect((await chidu(line)).exit).toBe(2);
    }
  });
});
