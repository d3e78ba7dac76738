import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SignedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';

const DIST = new URL('../../widget/dist/', import.meta.url);
export const STRICT = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'";

export interface PortalOptions {
  /** Attributes of the element. */
  readonly attributes?: string;
  readonly policy?: string;
  /** `iife` is a classic script in a page of GBK bytes. */
  readonly script?: 'es' | 'iife';
  /** Elements on the page. */
  readonly count?: number;
  /** The widget lies on a host of its own, which the policy names and which lets other origins read. */
  readonly elsewhere?: boolean;
  /** Folder of the built widget, where it is not the usual one. */
  readonly dist?: URL;
  /** The page stands in a frame with this sandbox. */
  readonly sandbox?: string;
  /** `integrity` of the core's script element. */
  readonly integrity?: string;
  /** Name of a chunk that the host altered. */
  readonly tampered?: string;
  /** Body of the authority's status list. */
  readonly status?: Uint8Array;
}

/** A plain portal page with the built element, its signed list, roots and rules, under a strict policy. */
export async function openPortal(signed: SignedCase, options: PortalOptions = {}) {
  const { attributes = '', script = 'es', count = 1, tampered, integrity } = options;
  const other = options.elsewhere ? await openWidgetHost() : null;
  const policy =
    options.policy ??
    (other ? STRICT.replaceAll("-src 'self'", `-src 'self' ${other.url}`) : STRICT);
  const from = other?.url ?? '';
  const checked = integrity === undefined ? '' : ` integrity="${integrity}"`;
  const asked: string[] = [];
  const element = `<chidu-notice trust-list="/list" trust-roots="/roots" rules="/rules/" ${attributes}></chidu-notice>`;
  const page = `<!doctype html><html lang="zh"><title>portal</title>
    <meta name="viewport" content="width=device-width">
    ${script === 'es' ? `<script type="module" src="${from}/w/chidu-notice.js"${checked}></script>` : `<script defer src="${from}/w/chidu-notice.iife.js"${checked}></script>`}
    ${element.repeat(count)}`;
  const files: Record<string, [type: string, body: string | Uint8Array]> = {
    '/c': [`text/html; charset=${script === 'es' ? 'utf-8' : 'gbk'}`, page],
    '/list': ['text/plain', signed.list],
    '/roots': ['application/json', JSON.stringify(signed.roots)],
    [`/status/${signed.authority}-2026.txt`]: ['text/plain', options.status ?? ''],
    [`/rules/${signed.hash}.json`]: ['application/json', JSON.stringify(signed.rule)],
  };
  if (options.sandbox !== undefined) {
    const frame = `<iframe sandbox="${options.sandbox}" src="/c#${signed.text}" width="400" height="800"></iframe>`;
    files['/frame'] = ['text/html', `<!doctype html><title>frame</title>${frame}`];
  }
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://portal');
    asked.push(pathname);
    // A sandboxed frame has an origin of its own, to which everything is foreign.
    if (options.sandbox !== undefined) response.setHeader('access-control-allow-origin', '*');
    const file = files[pathname];
    if (file) {
      const framed = pathname === '/frame' ? {} : { 'content-security-policy': policy };
      response.writeHead(200, { 'content-type': file[0], ...framed });
      return response.end(file[1]);
    }
    if (!pathname.startsWith('/w/')) return response.writeHead(404).end();
    let body = await readFile(new URL(pathname.slice('/w/'.length), options.dist ?? DIST), 'utf8');
    if (tampered !== undefined && pathname.endsWith(`-${tampered}.js`)) body += '\n';
    // No charset: a classic script is then read in the encoding of its page.
    response.writeHead(200, { 'content-type': 'text/javascript' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    asked,
    port,
    url: `http://127.0.0.1:${port}/c#${signed.text}`,
    close: () => {
      server.close();
      other?.close();
    },
  };
}

/** The built files under another origin. */
async function openWidgetHost() {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://widget');
    const body = await readFile(new URL(pathname.slice('/w/'.length), DIST));
    response.writeHead(200, {
      'content-type': 'text/javascript',
      'access-control-allow-origin': '*',
    });
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://localhost:${port}`, close: () => server.close() };
}
