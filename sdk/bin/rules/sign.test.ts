import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { jsonBody, keyId, signText, toHex } from '@chidu/sdk/codes';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CommandIo } from '../command.ts';
import { run } from '../commands/rules.ts';
import { newKeyFile, readSigner } from '../keys/signer-file.ts';

const SAMPLE = fileURLToPath(new URL('../../packs/sample-benchmark.json', import.meta.url));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'chidu-sign-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function rules(args: string) {
  const written = { out: '', err: '' };
  const io: CommandIo = {
    stdin: async () => new Uint8Array(),
    out: (text) => {
      written.out += text;
    },
    err: (text) => {
      written.err += text;
    },
    cwd: folder,
    now: () => Date.parse('2026-11-22T00:00:00Z'),
  };
  return { exit: await run(args.split(' '), io), ...written };
}
const save = (name: string, text: string | Uint8Array) => writeFile(join(folder, name), text);

/** A list that names the key for the sample, under roots of its own. */
async function trusting(spki: Uint8Array, alg: number): Promise<void> {
  const holders = ['one', 'two'].map((name) => ({
    name,
    ed25519: readSigner(newKeyFile('ed25519')),
    sm2: readSigner(newKeyFile('sm2')),
  }));
  const key = { alg, spki: toHex(spki), role: 'publisher', authorities: [], reason: null };
  const list = {
    format: 'chidu-trust-list/1',
    seq: 1,
    issued: '2026-11-20T00:00:00Z',
    nextUpdate: '2026-12-20T00:00:00Z',
    authorities: [],
    keys: [{ ...key, notBefore: 20260101, notAfter: 20261231, revokedAt: null }],
    packs: [{ id: 'sample-market-supervision', publisher: toHex(keyId(spki)) }],
    logs: [],
    witnesses: [],
    witnessQuorum: 0,
  };
  const signers = holders.flatMap(({ ed25519, sm2 }) => [ed25519, sm2]);
  await save('list', await signText(jsonBody(list), signers));
  const roots = holders.map(({ name, ed25519, sm2 }) => ({
    name,
    ed25519: toHex(ed25519.spki),
    sm2: toHex(sm2.spki),
  }));
  const pinned = { format: 'chidu-roots/1', quorum: 2, seqFloor: 1, holders: roots };
  await save('roots', JSON.stringify(pinned));
}

it('a benchmark is signed, taken under the trust list alone, and compared like any other', async () => {
  await save('key.json', newKeyFile('ed25519'));
  const { alg, spki } = readSigner(await readFile(join(folder, 'key.json'), 'utf8'));
  await trusting(spki, alg);
  expect(await rules(`sign ${SAMPLE} --key key.json --out signed`)).toMatchObject({ exit: 1 });
  const signed = await rules(`sign ${SAMPLE} --sample --key key.json --out signed`);
  expect(signed).toMatchObject({
    exit: 0,
    err: 'sample-market-supervision 2026.11.1: 4 tables signed\n',
  });
  const trust = '--sample --trust list --roots roots';
  expect(await rules(`diff ${SAMPLE} signed ${trust} --json`)).toMatchObject({ exit: 0 });
  const unasked = await rules(`diff ${SAMPLE} signed --sample --json`);
  expect(JSON.parse(unasked.out).issues).toMatchObject([{ code: 'pack-unlisted', at: 'signed' }]);
  const text = await readFile(join(folder, 'signed'), 'utf8');
  await save('changed', text.replace('"version": "2026.11.1"', '"version": "2026.11.2"'));
  const changed = await rules(`diff ${SAMPLE} changed ${trust} --json`);
  expect(JSON.parse(changed.out).issues).toMatchObject([{ code: 'pack-signature' }]);
  await save('other.json', newKeyFile('ed25519'));
  await rules(`sign ${SAMPLE} --sample --key other.json --out theirs`);
  const theirs = await rules(`diff ${SAMPLE} theirs ${trust} --json`);
  expect(JSON.parse(theirs.out).issues).toMatchObject([{ code: 'pack-signature' }]);
  expect(await rules(`sign ${SAMPLE} --sample --out signed`)).toMatchObject({ exit: 2 });
});
