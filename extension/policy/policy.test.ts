import { readFileSync } from 'node:fs';
import { keyRing, signText, toHex, webCryptoSigner } from '@chidu/sdk/codes';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { applyFiles, type Content } from './apply-files.ts';
import { MANAGED_SCHEMA } from './managed-schema.ts';
import { POLICY_KEYS, policyFiles, readPolicy } from './policy.ts';
import { readUpdate, Update } from './signed-update.ts';

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8');
const guide = read('../../sdk/docs/administration.md');
const block = (name: string) =>
  JSON.parse(guide.split(`\`\`\`json ${name}\n`)[1]?.split('\n```')[0] ?? 'null');

it('takes the policies of the guide as they stand there', () => {
  const [chromium] = Object.values(block('chromium-policy')['3rdparty'].extensions);
  const [firefox] = Object.values(block('firefox-policy').policies['3rdparty'].Extensions);
  for (const stored of [chromium, firefox] as Record<string, unknown>[]) {
    const { policy, faults } = readPolicy(stored);
    expect(faults).toEqual([]);
    expect(policy).toEqual(stored);
  }
  expect(Object.keys(chromium as object).sort()).toEqual(Object.keys(POLICY_KEYS).sort());
});

it('names every key to the browser that it reads itself', () => {
  expect(Object.keys(MANAGED_SCHEMA.properties).sort()).toEqual(Object.keys(POLICY_KEYS).sort());
  const { properties } = MANAGED_SCHEMA.properties.roots;
  expect(Object.keys(properties)).toEqual(['url', 'sha256']);
});

it('leaves out what is wrong, by name, and keeps the rest', () => {
  expect(
    readPolicy({
      portal: 'https://a.example/with/path',
      lock: true,
      colour: 'red',
      language: 'zh',
    }),
  ).toEqual({ policy: { lock: true, language: 'zh' }, faults: ['portal', 'colour'] });
});

const adapter = read('../adapters/demo-frameset.json');
const hash = async (text: string) =>
  toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))));
const url = 'https://fw.example.gov.cn/a.json';

it('uses a file only with the hash that was named, and fetches what is in use no second time', async () => {
  const used: Content[] = [];
  let fetched = 0;
  const ports = {
    fetch: async () => {
      fetched += 1;
      return new TextEncoder().encode(adapter);
    },
    use: async (content: Content) => void used.push(content),
  };
  const wrong = await applyFiles({ adapters: [{ url, sha256: '0'.repeat(64) }] }, [], ports);
  expect(wrong).toMatchObject([{ fault: 'hash', id: null }]);
  expect(used).toEqual([]);
  const policy = { adapters: [{ url, sha256: await hash(adapter) }] };
  const right = await applyFiles(policy, wrong, ports);
  expect(right).toMatchObject([{ fault: null, id: 'demo-frameset' }]);
  expect(used).toHaveLength(1);
  await applyFiles(policy, right, ports);
  expect(fetched).toBe(2);
  expect(policyFiles(policy)).toHaveLength(1);
});

it('uses no file that is not what the policy says it is, and says when none came', async () => {
  const sha256 = await hash(adapter);
  const use = async () => expect.fail('used');
  const asPack = await applyFiles({ benchmark: { url, sha256 } }, [], {
    fetch: async () => new TextEncoder().encode(adapter),
    use,
  });
  expect(asPack).toMatchObject([{ fault: 'content' }]);
  const none = await applyFiles({ lists: { url, sha256 } }, [], {
    fetch: () => Promise.reject(new Error('offline')),
    use,
  });
  expect(none).toMatchObject([{ fault: 'unreachable' }]);
});

it('takes a signed update of a listed publisher, newer than the last, whole', async () => {
  const pair = await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify']);
  const signer = await webCryptoSigner(pair);
  const entry = (role: string) => ({
    alg: signer.alg,
    spki: signer.spki,
    authorities: null,
    role,
    notBefore: 20260101,
    notAfter: 20261231,
    revokedAt: null,
  });
  const update = (seq: number, text = adapter) =>
    signText(
      new TextEncoder().encode(
        `${JSON.stringify({ format: 'chidu-desk-update/1', seq, issued: '2026-11-22', files: [{ as: 'adapter', text }] })}\n`,
      ),
      [signer],
    );
  const keys = keyRing([entry('publisher')]);
  const at = { seq: 1, today: '2026-11-22' };
  expect(await readUpdate(await update(2), keys, at)).toMatchObject({ ok: true, seq: 2 });
  const fault = async (bytes: Uint8Array, ring = keys, when = at) => {
    const said = await readUpdate(bytes, ring, when);
    return said.ok ? null : said.fault;
  };
  expect(await fault(await update(1))).toBe('rollback');
  expect(await fault(await update(2), keyRing([entry('authority')]))).toBe('signer');
  expect(await fault(await update(2), keys, { ...at, today: '2027-01-01' })).toBe('signer');
  expect(await fault(await update(2, '{}'))).toBe('content');
  const changed = new TextDecoder().decode(await update(2)).replace('"seq":2', '"seq":3');
  expect(await fault(new TextEncoder().encode(changed))).toBe('signature');
  expect(await fault(new TextEncoder().encode('{}'))).toBe('schema');
});

it('has the published schema, and reads the update of the guide by it', () => {
  expect(JSON.parse(read('../docs/desk-update.schema.json'))).toEqual(
    z.toJSONSchema(Update, { target: 'draft-2020-12' }),
  );
  expect(Update.safeParse(block('desk-update')).success).toBe(true);
});
