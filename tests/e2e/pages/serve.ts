import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { encodeGbk } from '../../../demo/legacy/gbk.ts';
import type { Served } from './line.ts';

/** A server whose system can be exchanged: what the next release serves. */
export interface LegacyServer {
  readonly origin: string;
  readonly show: (files: Readonly<Record<string, Served>>) => void;
  readonly close: () => Promise<void>;
}

export async function serveLegacy(): Promise<LegacyServer> {
  let files: Readonly<Record<string, Served>> = {};
  const site = new Hono();
  site.get('/aj/:file{.*}', (context) => {
    const file = files[context.req.param('file')];
    if (!file) return context.notFound();
    const body = file.gbk ? encodeGbk(file.html) : new TextEncoder().encode(file.html);
    // No header says the encoding, as with these systems.
    return new Response(body, { headers: { 'content-type': 'text/html' } });
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        origin: `http://127.0.0.1:${port}`,
        show: (next) => {
          files = next;
        },
        close: () => new Promise((done) => server.close(() => done())),
      }),
    );
  });
}
