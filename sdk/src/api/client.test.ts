import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { expect, it, vi } from 'vitest';
import { createClient } from './client.ts';

const answering = (response: () => Response) => {
  const load = vi.fn(async (_address: string, _init: RequestInit) => response());
  return {
    load,
    client: createClient({ base: 'https://x.example/s/', fetch: load as unknown as typeof fetch }),
  };
};

it('fills the path, sends no credentials and reads JSON', async () => {
  const { load, client } = answering(() => Response.json({ proofs: [] }));
  const body = { code: `1${'0'.repeat(40)}` };
  expect(await client.proofs({ body })).toEqual({ ok: true, status: 200, answer: { proofs: [] } });
  const [address, init] = load.mock.calls[0] ?? expect.fail('not called');
  expect(address).toBe('https://x.example/s/v1/party/proofs');
  expect(init).toMatchObject({
    method: 'POST',
    body: JSON.stringify(body),
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  expect(init.headers).not.toHaveProperty('authorization');
  await client.tile({ params: { log: '330106-2026', tile: '0/x001/000' } });
  await client.lookUp({ query: { document: '甲〔1〕', checkCode: '1' } });
  expect(load.mock.calls.slice(1).map(([where]) => where)).toEqual([
    'https://x.example/s/supervision-log/330106-2026/tile/0/x001/000',
    `https://x.example/s/v1/lookup?${new URLSearchParams({ document: '甲〔1〕', checkCode: '1' })}`,
  ]);
});

it('tells a refusal, a host out of reach and an answer of somebody else apart', async () => {
  const ask = (response: () => Response) => answering(response).client.health({});
  expect(
    await ask(() => Response.json({ error: 'too-many', message: '', at: '/x' }, { status: 429 })),
  ).toEqual({
    ok: false,
    status: 429,
    error: 'too-many',
    at: '/x',
  });
  expect(
    await ask(() => {
      throw new TypeError('no network');
    }),
  ).toEqual({ ok: false, status: null, error: 'unreachable' });
  expect(await ask(() => new Response('<html>', { status: 502 }))).toMatchObject({
    error: 'unreadable',
  });
  const broken = new Response('{', { headers: { 'content-type': 'application/json' } });
  expect(await ask(() => broken)).toMatchObject({ ok: false, error: 'unreadable' });
});

it('is small and brings no schema library into a page', async () => {
  const built = await build({
    logLevel: 'silent',
    configFile: false,
    resolve: { conditions: ['development', 'module', 'browser', 'import'] },
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('client.ts', import.meta.url)), formats: ['es'] },
    },
  });
  const [output] = Array.isArray(built) ? built : [];
  const code = output?.output.map((part) => ('code' in part ? part.code : '')).join('') ?? '';
  expect(code).toContain('/v1/objections');
  expect(code).not.toMatch(/zod|safeParse/i);
  expect(gzipSync(code).length).toBeLessThan(2_000);
});
