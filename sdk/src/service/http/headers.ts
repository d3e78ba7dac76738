import type { Context } from 'hono';
import { cors } from 'hono/cors';

/** Nothing may run, be framed, or learn where it was linked from; a paper of a supervision case has its own style. */
export function securityHeaders(https: boolean) {
  return async (context: Context, next: () => Promise<void>): Promise<void> => {
    await next();
    const { headers } = context.res;
    const style = headers.get('content-type')?.startsWith('text/html')
      ? "style-src 'unsafe-inline'; "
      : '';
    headers.set('content-security-policy', `default-src 'none'; ${style}frame-ancestors 'none'`);
    headers.set('cross-origin-resource-policy', 'cross-origin');
    headers.set('referrer-policy', 'no-referrer');
    headers.set('x-content-type-options', 'nosniff');
    if (https) headers.set('strict-transport-security', 'max-age=31536000');
  };
}

/** Portals that may call from a page. Nothing here rides on cookies, so an origin opens no door; it is still named. */
export const crossOrigin = (origins: readonly string[]) =>
  cors({
    origin: (origin) => (origins.includes('*') ? '*' : origins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'PUT'],
    allowHeaders: ['authorization', 'content-type', 'last-event-id'],
    maxAge: 600,
  });
