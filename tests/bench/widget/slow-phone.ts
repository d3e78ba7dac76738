import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** A file as `[type, body]`, or the path of one on disk. */
export type Site = Readonly<
  Record<string, readonly [type: string, body: string | Uint8Array] | URL>
>;

/** Serves a site as a portal would: compressed, nothing cached, no state. */
export async function serve(site: Site) {
  const sent = new Map<string, number>();
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://site');
    const entry = site[pathname];
    if (entry === undefined) return response.writeHead(404).end();
    const [type, body] = entry instanceof URL ? ['text/javascript', await readFile(entry)] : entry;
    const packed = gzipSync(body);
    sent.set(pathname, packed.length);
    response.writeHead(200, { 'content-type': type, 'content-encoding': 'gzip' }).end(packed);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    /** Bytes over the wire, each file once. */
    bytes: () => [...sent.values()].reduce((sum, size) => sum + size, 0),
    close: () => server.close(),
  };
}

/** 1.6 Mbit/s down, 750 kbit/s up, 150 ms a round trip, a processor four times slower. */
const SLOW = {
  offline: false,
  latency: 150,
  downloadThroughput: 200_000,
  uploadThroughput: 93_750,
};
const CPU = 4;

/**
 * Milliseconds from the start of the navigation until `shown` holds in the page, seen frame by frame; nothing cached. The page
 * tells by itself: asking it would keep its slow processor busy.
 */
export async function timeUntil(browser: Browser, url: string, shown: string): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const control = await context.newCDPSession(page);
  await control.send('Network.enable');
  await control.send('Network.setCacheDisabled', { cacheDisabled: true });
  await control.send('Network.emulateNetworkConditions', SLOW);
  await control.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await control.send('Runtime.enable');
  await control.send('Runtime.addBinding', { name: 'tellShown' });
  const told = new Promise<number>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${url} showed nothing`)), 60_000);
    control.once('Runtime.bindingCalled', ({ payload }) => {
      clearTimeout(late);
      resolve(Number(payload));
    });
  });
  await page.addInitScript(`
    const look = () => {
      if (document.body && (${shown})) tellShown(String(performance.now()));
      else requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  `);
  const [at] = await Promise.all([told, page.goto(url, { waitUntil: 'commit' })]);
  await context.close();
  return at;
}
