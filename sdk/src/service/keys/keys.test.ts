import { afterAll, beforeAll, expect, it } from 'vitest';
import { createClient } from '../../api/client.ts';
import { requestAuthorizer } from '../../api/index.ts';
import { approveKey, generateOfficerKey, keyRequest, webCryptoSigner } from '../../codes/index.ts';
import {
  AUDIENCE,
  AUTHORITY,
  answered,
  kidOf,
  NEXT_UPDATE,
  type Running,
  runService,
} from '../fixtures/running.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const made = '2026-11-20T01:00:00Z';
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const window = { notBefore: 20261120, notAfter: 20271119, approved: made };

it('enrols a key on the word of an approver, and it issues at once', async () => {
  const signer = await webCryptoSigner(await generateOfficerKey());
  const bytes = await keyRequest({ authority: AUTHORITY, officer: 3307, made }, signer);
  const request = text(bytes);
  const taken = answered(await at.party.requestKey({ body: { request } }));
  expect(answered(await at.party.requestKey({ body: { request } })).hash).toBe(taken.hash);
  const query = { authority: AUTHORITY };
  const waiting = answered(await at.as('head').listKeyRequests({ query }));
  expect(waiting.requests).toMatchObject([{ hash: taken.hash, officer: 3307 }]);

  const approve = async (role: string, by: 'approver' | 'head') =>
    at.party.approveKey({
      body: { request, approval: text(await approveKey(bytes, { ...window, role }, at.keys[by])) },
    });
  expect(await approve('officer', 'head')).toMatchObject({ error: 'enrol-approver' });
  expect(await approve('supervisor', 'approver')).toMatchObject({ status: 403, at: '/role' });
  const added = answered(await approve('officer', 'approver'));
  expect(added.kid).toBe(kidOf(signer));
  expect(answered(await approve('officer', 'approver'))).toEqual(added);
  expect(answered(await at.as('head').listKeyRequests({ query })).requests).toEqual([]);

  const own = createClient({
    base: 'http://service',
    fetch: ((input: string, init: RequestInit) =>
      at.running.fetch(new Request(input, init))) as typeof fetch,
    authorize: requestAuthorizer({
      signer,
      audience: AUDIENCE,
      now: () => at.clock.now,
      newId: () => crypto.randomUUID(),
    }),
  });
  expect(await own.issueCode({ body: at.request() })).toMatchObject({ ok: true });
  const { keys } = answered(await at.as('auditor').listKeys({ query }));
  expect(keys.find(({ kid }) => kid === added.kid)).toMatchObject({
    from: 'register',
    officer: 3307,
    notAfter: '2027-11-19',
  });
  const revocation = {
    format: 'chidu-revocation/1' as const,
    authority: AUTHORITY,
    reason: '离岗',
  };
  answered(await at.as('head').revokeKey({ params: { kid: added.kid }, body: revocation }));
  expect(await own.issueCode({ body: at.request() })).toMatchObject({ status: 403, at: 'key' });
});

it('takes no request that its own key has not signed, and none of another authority', async () => {
  const signer = await webCryptoSigner(await generateOfficerKey());
  const elsewhere = await keyRequest({ authority: '11330110002489131M', officer: 1, made }, signer);
  expect(await at.party.requestKey({ body: { request: text(elsewhere) } })).toMatchObject({
    status: 403,
    at: '/authority',
  });
  const good = text(await keyRequest({ authority: AUTHORITY, officer: 1, made }, signer));
  const altered = good.replace('"officer": 1', '"officer": 2');
  expect(await at.party.requestKey({ body: { request: altered } })).toMatchObject({
    error: 'enrol-signature',
  });
  expect(await at.party.requestKey({ body: { request: 'none' } })).toMatchObject({
    error: 'enrol-schema',
  });
});

it('lets no head revoke the keys of those who watch the authority', async () => {
  const body = { format: 'chidu-revocation/1' as const, authority: AUTHORITY, reason: '试' };
  const query = { authority: AUTHORITY };
  for (const name of ['supervisor', 'auditor', 'approver'] as const) {
    const params = { kid: kidOf(at.keys[name]) };
    expect(await at.as('head').revokeKey({ params, body })).toMatchObject({
      status: 403,
      at: 'role',
    });
  }
  expect(await at.as('supervisor').listObjections({ query })).toMatchObject({ ok: true });
});

it('takes no approval of a key that is revoked, or whose time is over', async () => {
  const fresh = await runService({ nextUpdate: Number.POSITIVE_INFINITY });
  const approval = async (officer: number) => {
    const bytes = await keyRequest(
      { authority: AUTHORITY, officer, made },
      await webCryptoSigner(await generateOfficerKey()),
    );
    const granted = { ...window, role: 'officer' };
    const approved = text(await approveKey(bytes, granted, fresh.keys.approver));
    return fresh.party.approveKey({ body: { request: text(bytes), approval: approved } });
  };
  try {
    answered(await approval(1));
    fresh.clock.now = Date.parse('2028-01-05T02:00:00Z');
    expect(await approval(2)).toMatchObject({ error: 'enrol-approver', at: 'signatures' });
    fresh.clock.now = Date.parse('2026-11-21T02:00:00Z');
    const params = { kid: kidOf(fresh.keys.approver) };
    const body = { format: 'chidu-revocation/1' as const, authority: AUTHORITY, reason: '失窃' };
    answered(await fresh.as('supervisor').revokeKey({ params, body }));
    expect(await approval(3)).toMatchObject({ error: 'enrol-approver', at: 'signatures' });
  } finally {
    await fresh.close();
  }
});

it('says nothing of keys that are not there', async () => {
  const params = { kid: '0'.repeat(16) };
  const body = { format: 'chidu-revocation/1' as const, authority: AUTHORITY, reason: '无' };
  expect(await at.as('head').revokeKey({ params, body })).toMatchObject({ status: 404 });
});

it('keeps only so many requests waiting, and drops what nobody approves in time', async () => {
  const fresh = await runService({ config: { keyRequestDays: 10, limits: { keyRequests: 2 } } });
  try {
    const ask = async () => {
      const signer = await webCryptoSigner(await generateOfficerKey());
      return text(await keyRequest({ authority: AUTHORITY, officer: 1, made }, signer));
    };
    const [first, second, third] = await Promise.all([ask(), ask(), ask()]);
    const send = (request: string) => fresh.party.requestKey({ body: { request } });
    const query = { authority: AUTHORITY };
    const listed = async () =>
      answered(await fresh.as('head').listKeyRequests({ query })).requests.map(
        (row) => row.request,
      );
    answered(await send(first));
    fresh.clock.now += 86_400_000;
    answered(await send(second));
    expect(await send(third)).toMatchObject({ status: 429, error: 'too-many' });
    answered(await send(first));
    expect(await listed()).toEqual([first, second]);
    fresh.clock.now += 9 * 86_400_000 + 1;
    expect(await listed()).toEqual([second]);
    answered(await send(third));
    expect(await listed()).toEqual([second, third]);
  } finally {
    await fresh.close();
  }
});

it('lets no key in while the next trust list is overdue, and goes on with everything else', async () => {
  const bytes = await keyRequest(
    { authority: AUTHORITY, officer: 3308, made },
    await webCryptoSigner(await generateOfficerKey()),
  );
  const approval = await approveKey(bytes, { ...window, role: 'officer' }, at.keys.approver);
  const body = { request: text(bytes), approval: text(approval) };
  at.clock.now = NEXT_UPDATE + 1;
  expect(await at.party.approveKey({ body })).toMatchObject({
    error: 'enrol-approver',
    at: 'trust-list',
  });
  expect(await at.as('officer').issueCode({ body: at.request() })).toMatchObject({ ok: true });
});
