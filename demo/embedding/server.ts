import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { claimedRule } from '@chidu/sdk/codes';

/** What the page needs and no more. With a widget, a list or a service on other hosts, name those in it. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/** As nginx writes it, so that both serve one page. */
const INCLUDE = /<!--# include virtual="([^"]+)" -->/g;

/**
 * A portal in plain Node: one page under every address that a printed code may lead to, and one folder beside it. A code in
 * the fragment never reaches a server; the forms with a path or `q` do, so their addresses are kept out of every log.
 *
 * @param folder holds `portal.html`, and `chidu/` with the widget's files, trust list, roots and `rules/`
 */
export function portalServer(folder: string): Server {
  return createServer(async (request, response) => {
    const address = new URL(request.url ?? '/', 'http://portal');
    const { pathname } = address;
    const page = /^\/c(?:\/1\d*)?\/?$/.test(pathname);
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('x-content-type-options', 'nosniff');
    if (!page && !/^\/chidu(?:\/[\w-][\w.-]*)+$/.test(pathname))
      return response.writeHead(404).end();
    try {
      const accepted = request.headers['accept-encoding'] ?? '';
      const { encoding, body } = page
        ? pack(await pageOf(folder), accepted)
        : await readPacked(join(folder, pathname), accepted);
      // Where the address holds the code, the Rule that it names can be on its way with the page.
      const rule = page ? claimedRule(address.href) : null;
      if (rule !== null)
        response.setHeader(
          'link',
          `</chidu/rules/${rule}.json>; rel=preload; as=fetch; crossorigin`,
        );
      if (encoding !== null) response.setHeader('content-encoding', encoding);
      response.writeHead(200, {
        'content-type': TYPES[page ? '.html' : extname(pathname)] ?? 'application/octet-stream',
        'cache-control': page ? 'no-store' : 'no-cache',
        vary: 'accept-encoding',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/** The page with what it includes. */
async function pageOf(folder: string): Promise<Buffer> {
  const page = await readFile(join(folder, 'portal.html'), 'utf8');
  const names = [...page.matchAll(INCLUDE)].map(([, name = '']) => name);
  const parts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Buffer.from(page.replace(INCLUDE, () => parts.shift() ?? ''));
}

interface Packed {
  readonly encoding: string | null;
  readonly body: Buffer;
}

const PACKINGS = [
  { encoding: 'br', ending: '.br', packs: brotliCompressSync },
  { encoding: 'gzip', ending: '.gz', packs: gzipSync },
];

const packingFor = (accepted: string) =>
  PACKINGS.find(({ encoding }) => accepted.split(/[\s,;]+/).includes(encoding));

function pack(body: Buffer, accepted: string): Packed {
  const packing = packingFor(accepted);
  return packing
    ? { encoding: packing.encoding, body: packing.packs(body) }
    : { encoding: null, body };
}

/** A file as the build packed it, and else packed here: lists and Rules are small. */
async function readPacked(path: string, accepted: string): Promise<Packed> {
  const packing = packingFor(accepted);
  const ready = packing && (await readFile(path + packing.ending).catch(() => null));
  return ready ? { encoding: packing.encoding, body: ready } : pack(await readFile(path), accepted);
}

if (import.meta.main) {
  const [folder = '.', port = '8080'] = process.argv.slice(2);
  portalServer(folder).listen(Number(port));
}
