import { serve } from '@hono/node-server';
import { Hono } from 'hono';

/** A case page like the demonstration's, with something against us in its head. */
const casePage = (head: string): string => `<!doctype html><meta charset="utf-8"><title>案件</title>
${head}<table>
<tr><td>案件编号：</td><td>兰市监案〔2026〕9号</td><td>当事人：</td><td>兰汀市拟真厂</td></tr>
<tr><td>当事人类型：</td><td>法人</td><td>违法行为终了日期：</td><td>2026-09-07</td></tr>
<tr><td>违法行为：</td><td>发布虚假广告</td><td>广告费用（元）：</td><td id="fee">12,800.00</td></tr>
</table>`;

export const PAGES: Readonly<Record<string, string>> = {
  csp: casePage(''),
  poison: casePage(`<script>
    for (const of of [Array, Map, Set, String, Promise])
      for (const name of Object.getOwnPropertyNames(of.prototype))
        try { of.prototype[name] = () => { throw new Error('poisoned'); }; } catch {}
    Element.prototype.attachShadow = () => { throw new Error('poisoned'); };
    Document.prototype.querySelectorAll = () => [];
    Document.prototype.createTreeWalker = () => null;
    globalThis.chiduReader = { now: () => ({ kind: 'case', fields: [] }) };
  </script>`),
  hide: casePage('<style>*,chidu-launcher{display:none!important;opacity:0!important}</style>'),
  delete: casePage(`<script>
    globalThis.rounds = 0;
    new MutationObserver(() => {
      globalThis.rounds += 1;
      document.querySelectorAll('chidu-launcher').forEach((host) => host.remove());
    }).observe(document, { childList: true, subtree: true });
  </script>`),
  restless: casePage(`<p id="clock"></p><script>
    setInterval(() => { document.getElementById('clock').textContent = Math.random(); }, 5);
    addEventListener('load', () => {
      const fee = document.getElementById('fee');
      const value = fee.textContent;
      fee.textContent = '';
      setTimeout(() => { fee.textContent = value; globalThis.restored = true; }, 1500);
    });
  </script>`),
};

/** Where a case may stand: deep in framesets, or in a frame that a script writes later, and writes again. */
const PLACES: Readonly<Record<string, string>> = {
  nested: '<frameset cols="*,*"><frame src="?page=inner"><frame src="?page=none"></frameset>',
  inner: '<frameset rows="*"><frame name="deep" src="?page=plain"></frameset>',
  plain: casePage(''),
  written: `<!doctype html><iframe name="late"></iframe><script>
    const write = (text) => {
      const { document } = frames.late;
      document.open();
      document.write(text);
      document.close();
    };
    setTimeout(write, 300, '<p>请稍候</p>');
    setTimeout(write, 900, ${JSON.stringify(casePage('')).replaceAll('<', '\\x3c')});
  </script>`,
};

/** Serves them where the demonstration's adapter looks for cases. */
export async function serveHostile(): Promise<{
  readonly address: (name: string) => string;
  readonly close: () => void;
}> {
  const site = new Hono();
  site.get('/legacy/ajgl/ajdetail.jsp', (context) => {
    const name = context.req.query('page') ?? '';
    if (name === 'csp') context.header('content-security-policy', "default-src 'none'");
    return context.html({ ...PAGES, ...PLACES }[name] ?? '');
  });
  return new Promise((resolve) => {
    const server = serve({ fetch: site.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({
        address: (name) => `http://localhost:${port}/legacy/ajgl/ajdetail.jsp?page=${name}`,
        close: () => server.close(),
      }),
    );
  });
}
