import { afterEach, expect, it } from 'vitest';
import { PORTAL_CSP } from './portal/site.ts';
import { type DemoServer, startServer } from './server.ts';

let server: DemoServer | undefined;
afterEach(async () => {
  await server?.close();
  server = undefined;
});

async function start(): Promise<string> {
  server = await startServer({ port: 0, now: () => new Date('2026-11-21T16:30:00Z') });
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
  await expect(startServer({ port: Number(new URL(url).port) })).rejects.toMatchObject({
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
