import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import { extname, join } from 'node:path';

/** What the page needs and no more. With a widget, a list or a service on other hosts, name those in it. */
export const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * A portal in plain Node: one page under every address that a printed code may lead to, and one folder beside it. A code in
 * the fragment never reaches a server; the forms with a path or `q` do, so their addresses are kept out of every log.
 *
 * @param folder holds `portal.html`, and `chidu/` with the widget's files, trust list, roots and `rules/`
 */
export function portalServer(folder: string): Server {
  return createServer(async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://portal');
    const page = /^\/c(?:\/1\d*)?\/?$/.test(pathname);
    const file = page ? '/portal.html' : pathname;
    response.setHeader('content-security-policy', POLICY);
    response.setHeader('referrer-policy', 'no-referrer');
    response.setHeader('x-content-type-options', 'nosniff');
    if (!page && !/^\/chidu(?:\/[\w-][\w.-]*)+$/.test(file)) return response.writeHead(404).end();
    try {
      const body = await readFile(join(folder, file));
      response.writeHead(200, {
        'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
        'cache-control': page ? 'no-store' : 'no-cache',
      });
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
}

if (import.meta.main) {
  const [folder = '.', port = '8080'] = process.argv.slice(2);
  portalServer(folder).listen(Number(port));
}
