import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';

/** A file as `[type, body]`, or the path of one on disk. */
export type Site = Readonly<
  Record<string, readonly [type: string, body: string | Uint8Array] | URL>
>;

/** Serves a site packed as well as a server can, as the recipe of `demo/embedding` serves ours. */
export async function serve(site: Site) {
  const files = new Map<string, readonly [type: string, packed: Uint8Array]>();
  for (const [path, entry] of Object.entries(site)) {
    const [type, body] = entry instanceof URL ? ['text/javascript', await readFile(entry)] : entry;
    files.set(path, [type, brotliCompressSync(body)]);
  }
  const server = createServer((request, response) => {
    const file = files.get(new URL(request.url ?? '/', 'http://site').pathname);
    if (file === undefined) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': file[0], 'content-encoding': 'br' }).end(file[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
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
 * Milliseconds from the start of the navigation until `shown` holds in the page, seen frame by frame, and the bytes that had
 * come by then, heads included; nothing cached. The page tells by itself: asking it would keep its slow processor busy.
 */
export async function timeUntil(
  browser: Browser,
  url: string,
  shown: string,
): Promise<{ readonly ms: number; readonly bytes: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } });
  const page = await context.newPage();
  const control = await context.newCDPSession(page);
  await control.send('Network.enable');
  await control.send('Network.setCacheDisabled', { cacheDisabled: true });
  await control.send('Network.emulateNetworkConditions', SLOW);
  await control.send('Emulation.setCPUThrottlingRate', { rate: CPU });
  await control.send('Runtime.enable');
  await control.send('Runtime.addBinding', { name: 'tellShown' });
  let bytes = 0;
  control.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
  });
  const told = new Promise<{ ms: number; bytes: number }>((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`${url} showed nothing`)), 60_000);
    control.once('Runtime.bindingCalled', ({ payload }) => {
      clearTimeout(late);
      resolve({ ms: Number(payload), bytes });
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
