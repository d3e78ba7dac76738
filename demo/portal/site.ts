import { readFile } from 'node:fs/promises';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const WIDGET = new URL('../../widget/dist/', import.meta.url).pathname;

/** As strict as a portal can be: what the widget must live with. No image, no inline script or style. */
export const PORTAL_CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/** A plain portal: one page under every address a printed code may lead to, and the built widget. */
export function portalSite(): Hono {
  const site = new Hono({ strict: false });
  const file = async (name: string, type: string): Promise<Response> =>
    new Response(await readFile(new URL(name, import.meta.url)), {
      headers: {
        'content-type': type,
        'content-security-policy': PORTAL_CSP,
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      },
    });
  for (const path of ['/portal', '/c', '/c/*']) {
    site.get(path, () => file('portal.html', 'text/html; charset=utf-8'));
  }
  // The same page for codes that the service issued: it asks the log and takes objections. A code that a desk signed alone
  // stands in no log, and saying so on every page would drown what matters there.
  site.get('/hall', async () => {
    const page = await file('portal.html', 'text/html; charset=utf-8');
    const text = (await page.text()).replace(
      '<chidu-notice ',
      '<chidu-notice service="/" logs="/logs/" ',
    );
    return new Response(text, { headers: page.headers });
  });
  site.get('/portal/try', () => file('try.html', 'text/html; charset=utf-8'));
  site.get('/portal/try.js', () => file('try.js', 'text/javascript; charset=utf-8'));
  site.get('/portal/portal.css', () => file('portal.css', 'text/css; charset=utf-8'));
  // Made when it is asked for: the server stands before the widget is built.
  site.use('/widget/*', (context, next) =>
    serveStatic({ root: WIDGET, rewriteRequestPath: (path) => path.slice('/widget/'.length) })(
      context,
      next,
    ),
  );
  return site;
}
