import type { AddressInfo } from 'node:net';
import type { RuleBook } from '@chidu/sdk/service';
import { chinaDay } from '@chidu/sdk/text';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import * as z from 'zod/mini';
import { boardSite } from './board/site.ts';
import { legacySite } from './legacy/site.ts';
import { portalSite } from './portal/site.ts';
import { openRuleBook } from './rule-book.ts';
import { DemoService } from './service.ts';
import { DemoTrust, readPublicKey } from './trust.ts';

export interface DemoServer {
  /** `http://localhost:<port>`: the portal that printed codes name. */
  readonly url: string;
  /** The service under the same address: codes, objections, log. */
  readonly service: DemoService;
  readonly close: () => Promise<void>;
}

const PostedKey = z.strictObject({
  alg: z.int(),
  /** SubjectPublicKeyInfo, base64url. */
  spki: z.string().check(z.maxLength(400)),
  officer: z.string().check(z.maxLength(40)),
  role: z.literal('officer-provisional'),
});

/** One site for everything the demo shows: the legacy system, the portal, the service, the rules by hash, the trust list. */
function demoSite(parts: {
  trust: DemoTrust;
  rules: RuleBook;
  service: DemoService;
  now: () => Date;
}): Hono {
  const { trust, rules, service, now } = parts;
  const site = new Hono({ strict: false });
  site.route(
    '/legacy',
    legacySite(() => chinaDay(now().getTime())),
  );
  site.route('/board', boardSite());
  site.route('/', portalSite());
  site.get('/rules/:file', (context) => {
    const rule = rules.byHash.get(context.req.param('file').replace(/\.json$/, ''));
    if (rule === undefined) return context.notFound();
    context.header('content-type', 'application/json');
    context.header('cache-control', 'public, max-age=31536000, immutable');
    return context.body(rule.text);
  });
  for (const path of ['/v1/*', '/supervision-log/*', '/status/*', '/openapi.json']) {
    site.all(path, (context) => service.fetch(context.req.raw, context.env as object));
  }
  // A log is named by its address without the scheme, and a portal serves copies of it in a folder.
  site.get('/logs/:host/*', (context) => {
    const { pathname, origin } = new URL(context.req.url);
    const path = pathname.slice(`/logs/${context.req.param('host')}`.length);
    return service.fetch(new Request(origin + path));
  });
  site.get('/roots.json', (context) => context.json(trust.roots));
  site.get('/trust-list.txt', async (context) => {
    context.header('content-type', 'text/plain; charset=utf-8');
    context.header('cache-control', 'no-cache');
    return context.body(new Uint8Array(await trust.list()));
  });
  // For demonstrations only: a real list is changed by two holders of root keys, never by whoever asks. A page of
  // another site cannot post here, because the type asked for makes its browser ask first and nothing answers yes.
  site.post('/demo/keys', async (context) => {
    if (context.req.header('content-type')?.split(';')[0] !== 'application/json') {
      return context.json({ error: 'content-type' }, 415);
    }
    const posted = PostedKey.safeParse(await context.req.json().catch(() => null));
    if (!posted.success) return context.json({ error: 'schema' }, 400);
    const { alg, spki } = posted.data;
    const key = await readPublicKey(alg, Uint8Array.from(Buffer.from(spki, 'base64url')));
    if (key === null) return context.json({ error: 'key' }, 400);
    trust.admit(key);
    return context.json({ listed: true }, 201);
  });
  site.get('/favicon.ico', (context) => context.body(null, 204));
  site.get('/health', (context) => context.json({ status: 'ok' }));
  return site;
}

/**
 * Listens on 127.0.0.1 only. Port 0 takes any free one; a taken port rejects with `EADDRINUSE`. Its root keys and what it
 * was posted last as long as it runs.
 */
export async function startServer(options: {
  port: number;
  now?: () => Date;
  rules?: RuleBook;
}): Promise<DemoServer> {
  const { port, now = () => new Date() } = options;
  const rules = options.rules ?? (await openRuleBook());
  // Codes and list name the port, which is known once it is taken.
  const site = Promise.withResolvers<Hono>();
  const fetch = async (request: Request, env: object) => (await site.promise).fetch(request, env);
  const server = serve({ fetch, port, hostname: '127.0.0.1' });
  await new Promise<void>((resolve, reject) => {
    server.once('listening', resolve);
    server.once('error', reject);
  });
  const { port: taken } = server.address() as AddressInfo;
  const trust = await DemoTrust.create([`localhost:${taken}`], now);
  const url = `http://localhost:${taken}`;
  const service = await DemoService.start({ origin: url, trust, rules, now });
  site.resolve(demoSite({ trust, rules, service, now }));
  return {
    url,
    service,
    close: async () => {
      await new Promise<void>((done, failed) => {
        server.close((error) => (error === undefined ? done() : failed(error)));
        if ('closeAllConnections' in server) server.closeAllConnections();
      });
      await service.close();
    },
  };
}
