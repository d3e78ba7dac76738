import { readFile } from 'node:fs/promises';
import { Hono } from 'hono';
import type { html } from 'hono/html';
import { CASES } from './cases.ts';
import { detail } from './detail.ts';
import { frameset, list, menu, top, welcome } from './frames.ts';
import { encodeGbk } from './gbk.ts';

const STATIC = {
  '/css/style.css': ['static/style.css', 'text/css'],
  '/js/aj.js': ['static/aj.js', 'application/x-javascript'],
} as const;

/** The legacy case system: every answer is GBK bytes and no header says so. `today` gives `YYYY-MM-DD`. */
export function legacySite(today: () => string): Hono {
  const site = new Hono();
  const gbk = async (content: ReturnType<typeof html>): Promise<Response> =>
    new Response(encodeGbk(String(await content)), { headers: { 'content-type': 'text/html' } });

  site.get('/', (context) => gbk(frameset(known(context.req.query('ajid'))?.ajid ?? '')));
  site.get('/top.jsp', () => gbk(top()));
  site.get('/menu.jsp', () => gbk(menu()));
  site.get('/ajgl/ajlist.jsp', () => gbk(list()));
  site.get('/ajgl/welcome.jsp', () => gbk(welcome()));
  site.get('/ajgl/ajdetail.jsp', (context) => {
    const found = known(context.req.query('ajid'));
    return found === undefined ? context.notFound() : gbk(detail(found, today()));
  });
  for (const [path, [file, type]] of Object.entries(STATIC)) {
    site.get(path, async () => {
      const text = await readFile(new URL(file, import.meta.url), 'utf8');
      return new Response(encodeGbk(text), { headers: { 'content-type': type } });
    });
  }
  return site;
}

const known = (ajid: string | undefined) => CASES.find((candidate) => candidate.ajid === ajid);
