import {
  generateOfficerKey,
  keyId,
  readTrustList,
  type TrustRoots,
  toHex,
  webCryptoSigner,
} from '@chidu/sdk/codes';
import { canonicalRule, ruleHash } from '@chidu/sdk/rules';
import type { RuleBook } from '@chidu/sdk/service';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { PORTAL_CSP } from './portal/site.ts';
import { openRuleBook, ruleOn } from './rule-book.ts';
import { type DemoServer, startServer } from './server.ts';

const now = () => new Date('2026-11-21T16:30:00Z');
let rules: RuleBook;
beforeAll(async () => {
  rules = await openRuleBook();
});

let server: DemoServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(): Promise<string> {
  server = await startServer({ port: 0, now, rules });
  return server.url;
}

it('dates a new notice by the calendar of China', async () => {
  const response = await fetch(`${await start()}/legacy/ajgl/ajdetail.jsp?ajid=20260138`);
  expect(new TextDecoder('gbk').decode(await response.arrayBuffer())).toContain('2026-11-22');
});

it.each(['/portal', '/portal/', '/c', '/c/1234', '/c?q=1234'])(
  'serves the portal at %s with its policy',
  async (path) => {
    const response = await fetch((await start()) + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-security-policy')).toBe(PORTAL_CSP);
    expect(await response.text()).toContain('<chidu-notice');
  },
);

it('says what is wrong when the port is taken', async () => {
  const url = await start();
  await expect(startServer({ port: Number(new URL(url).port), rules })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});

it('stops with connections open', async () => {
  const url = await start();
  await fetch(`${url}/health`, { headers: { connection: 'keep-alive' } });
  await server?.close();
  server = undefined;
  await expect(fetch(`${url}/health`)).rejects.toThrow();
});

it('serves a rule by its hash and nothing under any other name', async () => {
  const url = await start();
  const rule = ruleOn(rules, 'ad-false', '2026-11-21');
  const response = await fetch(`${url}/rules/${await ruleHash(rule)}.json`);
  expect(await response.text()).toBe(canonicalRule(rule));
  expect((await fetch(`${url}/rules/${'0'.repeat(64)}.json`)).status).toBe(404);
});

const post = (url: string, body: unknown, type = 'application/json') =>
  fetch(`${url}/demo/keys`, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });

async function readList(url: string) {
  const roots: TrustRoots = await (await fetch(`${url}/roots.json`)).json();
  const bytes = new Uint8Array(await (await fetch(`${url}/trust-list.txt`)).arrayBuffer());
  const list = await readTrustList(bytes, { roots, now: now().getTime(), sm2: true });
  return list.ok ? list : expect.fail(list.error);
}

/** Keys of desks; those of the service's staff are in the list from the start. */
const desks = ({ keys }: Awaited<ReturnType<typeof readList>>): string[] =>
  [...keys].flatMap(([kid, { role }]) => (role === 'officer-provisional' ? [kid] : []));

it('takes a key into the signed list, once', async () => {
  const url = await start();
  const before = await readList(url);
  expect(desks(before)).toEqual([]);
  const { alg, spki } = await webCryptoSigner(await generateOfficerKey());
  const key = { alg, spki: Buffer.from(spki).toString('base64url'), officer: '3301' };
  const body = { ...key, role: 'officer-provisional' };
  expect((await post(url, body)).status).toBe(201);
  expect((await post(url, body)).status).toBe(201);
  const after = await readList(url);
  expect(desks(after)).toEqual([toHex(keyId(spki))]);
  expect(after.seq).toBeGreaterThan(before.seq);
  expect(JSON.stringify(after.list)).not.toContain('3301');
});

it('refuses what is no key, and a form of another site', async () => {
  const url = await start();
  const key = { alg: -7, spki: 'AAAA', officer: '1', role: 'officer-provisional' };
  expect((await post(url, key)).status).toBe(400);
  expect((await post(url, { ...key, role: 'authority' })).status).toBe(400);
  expect((await post(url, null)).status).toBe(400);
  expect((await post(url, key, 'text/plain')).status).toBe(415);
  expect(desks(await readList(url))).toEqual([]);
});
