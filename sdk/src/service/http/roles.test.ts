import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createClient } from '../../api/client.ts';
import {
  isSigned,
  PATHS,
  ROLES,
  ROUTES,
  type Role,
  type Route,
  type RouteName,
  requestAuthorizer,
  STAFF,
} from '../../api/index.ts';
import {
  AUDIENCE,
  AUTHORITY,
  OTHER,
  type Running,
  runService,
  type StaffName,
} from '../fixtures/running.ts';

let at: Running;
beforeAll(async () => {
  at = await runService();
});
afterAll(() => at.close());

const PARAMS: Readonly<Record<string, string>> = {
  codeId: '0'.repeat(64),
  kid: '0'.repeat(16),
  number: '0000-0000-0000-0000',
  authority: AUTHORITY,
  log: '330106-2026',
  tile: '0/000',
  file: 'none',
  paper: 'instrument',
};

/** A call without content: enough to learn whether the door opens. */
async function knock(name: RouteName, role: Role, signer = at.keys[role as StaffName]) {
  const [method, pattern] = PATHS[name];
  const path = pattern.replace(/\{(\w+)\}/g, (_, param: string) => PARAMS[param] ?? '');
  const staff = (STAFF as readonly string[]).includes(role);
  const authorize = requestAuthorizer({
    signer,
    audience: AUDIENCE,
    now: () => at.clock.now,
    newId: () => crypto.randomUUID(),
  });
  const body = method === 'GET' ? '' : '{}';
  const response = await at.running.fetch(
    new Request(`http://service${path}`, {
      method,
      headers: {
        ...(body && { 'content-type': 'application/json' }),
        ...(staff && { authorization: await authorize({ method, path, body }) }),
      },
      ...(body && { body }),
    }),
  );
  const problem = response.headers.get('content-type')?.startsWith('application/json')
    ? ((await response.json()) as { error?: string; at?: string })
    : {};
  return { status: response.status, ...problem };
}

describe.each(Object.keys(ROUTES) as RouteName[])('%s', (name) => {
  const route: Route = ROUTES[name];
  it.each(ROLES)('as %s', async (role) => {
    const { status, error, at: what } = await knock(name, role);
    if (!isSigned(route)) {
      expect([401, 403]).not.toContain(status);
      return;
    }
    if (role === 'party' || role === 'witness') {
      expect([status, error]).toEqual([401, 'request-unsigned']);
    } else if (route.roles.includes(role)) {
      expect([401, 403]).not.toContain(status);
    } else {
      expect([status, error, what]).toEqual([403, 'forbidden', 'role']);
    }
    expect(status).toBeLessThan(500);
  });
});

it('lets nobody in who acts for another authority', async () => {
  const query = { authority: OTHER, caseNumber: '1' };
  for (const name of ['officer', 'head', 'auditor'] as const) {
    expect(await at.as(name).listCodes({ query })).toMatchObject({ status: 403, at: 'authority' });
  }
  expect(await at.as('supervisor').listCodes({ query })).toMatchObject({ ok: true });
});

describe('a signature', () => {
  const query = { authority: AUTHORITY, day: '2026-11-20' };
  const path = `/v1/digest?authority=${AUTHORITY}&day=2026-11-20`;
  const send = async (
    change: (
      options: Parameters<typeof requestAuthorizer>[0],
    ) => Parameters<typeof requestAuthorizer>[0],
    signed = path,
  ) => {
    const authorize = requestAuthorizer(
      change({
        signer: at.keys.officer,
        audience: AUDIENCE,
        now: () => at.clock.now,
        newId: () => 'request-id',
      }),
    );
    const client = createClient({
      base: 'http://service',
      fetch: ((input: string, init: RequestInit) =>
        at.running.fetch(new Request(input, init))) as typeof fetch,
      authorize: () => authorize({ method: 'GET', path: signed, body: '' }),
    });
    return client.digest({ query });
  };

  it('is good for this service, this path and these minutes', async () => {
    expect(await send((options) => options)).toMatchObject({ ok: true });
    const elsewhere = await send((options) => ({ ...options, audience: 'https://other.example' }));
    expect(elsewhere).toMatchObject({ status: 401, error: 'request-signature', at: 'audience' });
    expect(await send((options) => options, '/v1/digest')).toMatchObject({ at: 'path' });
    for (const minutes of [-6, 6]) {
      const now = () => at.clock.now + minutes * 60_000;
      expect(await send((options) => ({ ...options, now }))).toMatchObject({
        error: 'request-time',
      });
    }
  });

  it('is by a key that is known', async () => {
    const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
    const { webCryptoSigner } = await import('../../codes/index.ts');
    const signer = await webCryptoSigner(pair as Parameters<typeof webCryptoSigner>[0]);
    expect(await send((options) => ({ ...options, signer }))).toMatchObject({ at: 'key' });
    const forged = { ...at.keys.officer, sign: signer.sign };
    expect(await send((options) => ({ ...options, signer: forged }))).toMatchObject({
      at: 'signature',
    });
  });

  it('covers the body', async () => {
    const authorize = requestAuthorizer({
      signer: at.keys.officer,
      audience: AUDIENCE,
      now: () => at.clock.now,
      newId: () => 'request-id',
    });
    const response = await at.running.fetch(
      new Request('http://service/v1/codes', {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          authorization: await authorize({ method: 'POST', path: '/v1/codes', body: '{}' }),
        },
        body: '{} ',
      }),
    );
    expect(await response.json()).toMatchObject({ error: 'request-signature', at: 'content' });
  });

  it('of a key outside of its window opens nothing', async () => {
    const before = at.clock.now;
    at.clock.now = Date.parse('2028-01-01T00:00:00Z');
    expect(await send((options) => options)).toMatchObject({ status: 403, at: 'key' });
    at.clock.now = before;
  });
});
