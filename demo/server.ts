import { chinaDay } from '@chidu/sdk/text';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { legacySite } from './legacy/site.ts';
import { portalSite } from './portal/site.ts';

export interface DemoServer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** One process for everything the demo shows: the legacy system, the portal, rules and trust list. */
export function demoSite(now: () => Date): Hono {
  const site = new Hono({ strict: false });
  site.route(
    '/legacy',
    legacySite(() => chinaDay(now().getTime())),
  );
  site.route('/', portalSite());
  site.get('/favicon.ico', (context) => context.body(null, 204));
  site.get('/health', (context) => context.json({ status: 'ok' }));
  return site;
}

/** Listens on 127.0.0.1. Port 0 takes any free one; a taken port rejects with `EADDRINUSE`. */
export function startServer(options: { port: number; now?: () => Date }): Promise<DemoServer> {
  const { port, now = () => new Date() } = options;
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: demoSite(now).fetch, port, hostname: '127.0.0.1' }, (info) => {
      resolve({
        url: `http://localhost:${info.port}`,
        close: () =>
          new Promise((done, failed) => {
            server.close((error) => (error === undefined ? done() : failed(error)));
            if ('closeAllConnections' in server) server.closeAllConnections();
          }),
      });
    });
    server.on('error', reject);
  });
}
