import { createHash } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { AUTHORITY, CASES, type LegacyCase } from '../../demo/legacy/cases.ts';
import { startServer } from '../../demo/server.ts';
import { build } from '../build.ts';
import { PAGES, serveHostile } from '../e2e/pages/hostile.ts';
import { readTool, root } from '../tool.ts';
import { type Firefox, ID, openFirefox, own } from './firefox/browser.ts';
import { fill, judge, openPanel, tabWith } from './firefox/desk.ts';

export const about =
  'Firefox: policy, frameset, panel, writing, notice, sidebar, binder, hostile pages. Needs firefox-esr or FIREFOX.';

type Say = (line: string) => void;

export async function run(say: Say): Promise<void> {
  build('sdk');
  const command = ['wxt', 'build', '-b', 'firefox', '--mode', 'demo', '--level', 'warn'];
  const { exit, all } = readTool(command, { NODE_ENV: 'production' });
  if (exit !== 0) throw new Error(all);
  const server = await startServer({ port: 0 });
  const files = await serveManaged();
  const firefox = await openFirefox(policies(server.url, files.address));
  try {
    await firefox.install(join(root, 'extension/.output/firefox-mv3-demo'));
    const options = await firefox.open(own('options.html'));
    await obeysPolicy(firefox, options, files.address);
    say('the policy counts: managed by, locked, its adapter in use by its hash');
    await writesInThePagesUnit(firefox, options, files.address);
    say('an amount is written in the unit of the page, and a page that keeps another is told');
    await carriesACase(firefox, options, server.url, say);
    await bindsByItself(firefox, options, server.url);
    say('the binder suggests the fields of a page');
    await opensSidebar(firefox, options, server.url);
    say('the shortcut opens the sidebar, and it shows the case beside it');
    await standsHostilePages(firefox, options, say);
  } finally {
    await firefox.quit();
    await server.close();
    files.close();
  }
}

/** What an administrator sets in the `policies.json` of an installation: sdk/docs/administration.md. */
const policies = (portal: string, files: string) => ({
  policies: {
    '3rdparty': {
      Extensions: {
        [ID]: {
          managedBy: '兰汀市市场监督管理局信息中心',
          authorityName: AUTHORITY.name,
          authorityCode: AUTHORITY.code,
          portal,
          adapters: [
            {
              url: `${files}/adapter.json`,
              sha256: createHash('sha256').update(ADAPTER).digest('hex'),
            },
          ],
          lock: true,
        },
      },
    },
  },
});

/** A page that takes fines in 万元, and one that rounds what is written. */
const writePage = (
  script: string,
): string => `<!doctype html><meta charset="utf-8"><title>处罚建议</title>
<form onsubmit="sent += 1; return false"><table>
<tr><td>案件编号：</td><td>兰市监案〔2026〕77号</td></tr>
<tr><td>拟罚款金额（万元）：</td><td><input name="fk"> <font>*</font></td></tr>
</table><button>保存</button></form><script>
var sent = 0, events = [];
for (const type of ['focus', 'input', 'change', 'blur'])
  document.forms[0].fk.addEventListener(type, (event) => events.push(event.type));
${script}</script>`;

const ADAPTER = JSON.stringify({
  format: 'chidu-adapter/1',
  id: 'by-policy',
  version: '1',
  title: { zh: '策略下发的系统', en: 'A system by policy' },
  matches: ['http://localhost/managed/*'],
  pages: [
    {
      id: 'advice',
      kind: 'case',
      path: '/managed/*',
      text: ['案件编号', '拟罚款金额'],
      fields: [
        {
          field: 'caseNumber',
          check: { as: 'text', pattern: '.{2,20}〔\\d{4}〕\\d{1,6}号' },
          locators: [{ by: 'label', text: ['案件编号'] }],
        },
        {
          field: 'fine',
          write: true,
          check: { as: 'fen' },
          locators: [{ by: 'label', text: ['拟罚款金额'] }],
        },
      ],
    },
  ],
  samples: [],
});

async function serveManaged(): Promise<{ readonly address: string; readonly close: () => void }> {
  const bodies: Readonly<Record<string, readonly [type: string, body: string]>> = {
    '/adapter.json': ['application/json', ADAPTER],
    '/managed/keeps': ['text/html', writePage('')],
    '/managed/rounds': [
      'text/html',
      writePage(`document.forms[0].fk.onchange = (event) => { event.target.value = '1'; };`),
    ],
  };
  const server: Server = createServer((request, response) => {
    const [type, body] = bodies[request.url ?? ''] ?? ['text/plain', ''];
    response.writeHead(body ? 200 : 404, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { address: `http://localhost:${port}`, close: () => server.close() };
}

async function obeysPolicy(firefox: Firefox, options: string, files: string): Promise<void> {
  await firefox.until(options, `document.body.innerText.includes('信息中心统一管理')`);
  await firefox.until(
    options,
    `document.querySelector('#authority-code')?.value === '${AUTHORITY.code}'`,
  );
  for (const locked of ['#authority-name', '#authority-code', '#portal'])
    await firefox.until(options, `document.querySelector('${locked}').disabled`);
  await firefox.until(
    options,
    `browser.storage.local.get(null).then(({ adapters, policyFiles }) =>
      adapters?.[0]?.adapter.id === 'by-policy' && policyFiles?.[0]?.fault === null
      && policyFiles[0].url === '${files}/adapter.json')`,
  );
}

async function writesInThePagesUnit(
  firefox: Firefox,
  options: string,
  files: string,
): Promise<void> {
  for (const [name, meant] of [
    ['keeps', 'kept'],
    ['rounds', 'not-kept'],
  ] as const) {
    const page = await firefox.open(`${files}/managed/${name}`);
    const { tab, fields } = await tabWith(firefox, options, '兰市监案〔2026〕77号');
    if (fields.get('fine')?.state !== 'empty') throw new Error(`${fields.get('fine')?.state}`);
    // The panel has no rule for this case, so its own write is called from one of our pages: the same script, the same order.
    const order = JSON.stringify({ adapter: JSON.parse(ADAPTER), field: 'fine', text: '1.28' });
    const written = await firefox.evaluate(
      options,
      `(async () => {
        const target = { tabId: ${tab} };
        await browser.scripting.executeScript({ target, files: ['/write.js'] });
        const [{ result }] = await browser.scripting.executeScript({
          target, func: (order) => globalThis.chiduWrite(order), args: [${order}],
        });
        return result;
      })()`,
    );
    if (written !== meant) throw new Error(`${name}: ${written}`);
    const seen = JSON.parse(
      await firefox.evaluate(page, `JSON.stringify([document.forms[0].fk.value, sent, events])`),
    ) as [string, number, string[]];
    if (seen[0] !== (meant === 'kept' ? '1.28' : '1') || seen[1] !== 0)
      throw new Error(`${name}: ${JSON.stringify(seen)}`);
    if (seen[2].join() !== 'focus,input,change,blur') throw new Error(seen[2].join());
    await firefox.close(page);
  }
}

const find = (ajid: string): LegacyCase => {
  const it = CASES.find((one) => one.ajid === ajid);
  if (!it) throw new Error(`no case ${ajid}`);
  return it;
};
const address = (url: string, { ajid }: LegacyCase): string => `${url}/legacy/?ajid=${ajid}`;

async function frameOf(firefox: Firefox, page: string, name: string): Promise<string> {
  const found = (await firefox.contexts(page)).find((one) => one.name === name);
  if (!found) throw new Error(`no frame ${name}`);
  return found.context;
}

/** One case as in Chromium: read, judged, written back, refused after a change, signed, printed, taken out again. */
async function carriesACase(
  firefox: Firefox,
  options: string,
  url: string,
  say: Say,
): Promise<void> {
  await fill(firefox, options, '#officer-name', '甄示范');
  await fill(firefox, options, '#officer-number', '3301');
  await firefox.until(options, `!document.querySelector('#make-key').disabled`);
  await firefox.click(options, '#make-key');
  await firefox.until(options, `!!document.querySelector('#key-digits')?.textContent`);
  await firefox.click(options, '#enrol');
  await firefox.until(options, `!!document.querySelector('[role=status]:not(:empty)')`);
  say('a key is made and enrolled');

  const it = find('20260138');
  const page = await firefox.open(address(url, it));
  await firefox.until(page, `!!document.querySelector('chidu-launcher')`);
  const { tab, fields } = await tabWith(firefox, options, it.ajbh);
  for (const [field, meant] of [
    ['caseNumber', it.ajbh],
    ['party', it.dsrxm],
    ['violation', it.expected.violation],
    ['facts.goodsValue', it.expected.money.goodsValue],
  ] as const)
    if (fields.get(field)?.value !== meant)
      throw new Error(`${field} reads ${String(fields.get(field)?.value)}, meant ${String(meant)}`);
  say('the case is read right in every frame');

  const panel = await openPanel(firefox, tab);
  await judge(firefox, panel);
  const main = await frameOf(firefox, page, 'mainFrame');
  await firefox.evaluate(main, 'xsTab(2)');
  await firefox.click(panel, '#write-fine');
  await firefox.until(panel, `document.body.innerText.includes('已写入页面，并核对无误')`);
  const amount = await firefox.evaluate(panel, `document.querySelector('.amount').textContent`);
  const fine = await firefox.evaluate(main, `document.querySelector('[name=nfkje]').value`);
  if (fine !== amount.replace(/[元,]/g, '')) throw new Error(`wrote ${fine}, meant ${amount}`);
  await firefox.click(panel, '#write-paragraph');
  await firefox.until(
    panel,
    `[...document.querySelectorAll('[aria-labelledby=paragraph] [role=status]')].at(-1)?.textContent.includes('核对无误')`,
  );
  const paragraph = await firefox.evaluate(panel, `document.querySelector('textarea').value`);
  const kept = await firefox.evaluate(main, `document.querySelector('[name=clly]').value`);
  if (kept !== paragraph) throw new Error(`the page keeps ${kept}`);
  say('amount and reasons are written into the page and read back');

  const [shown, twin] = ['hzje_show', 'hzje'].map(
    (name) => `document.querySelector('[name=${name}]')`,
  );
  const change = (value: string): Promise<string> =>
    firefox.evaluate(main, `${shown}.value = ${twin}.value = ${JSON.stringify(value)}`);
  const before = await firefox.evaluate(main, `${shown}.value`);
  await change('5,000.00');
  await firefox.click(panel, '.sign');
  await firefox.until(
    panel,
    `document.querySelector('[role=alert]').textContent.includes('货值金额')`,
  );
  if ((await firefox.evaluate(panel, `document.querySelectorAll('.code').length`)) !== '0')
    throw new Error('signed what the page did not show');
  await change(before);
  await firefox.evaluate(main, `${shown}.dispatchEvent(new Event('input', { bubbles: true }))`);
  await firefox.until(
    panel,
    `document.querySelector('[data-field="facts.goodsValue"] .value').textContent.includes('10,000.00')`,
  );
  say('nothing is signed when the page changed meanwhile');

  await firefox.until(panel, `!!document.querySelector('[data-outcome=fine]')`);
  await firefox.click(panel, '.sign');
  await firefox.until(panel, `!!document.querySelector('.code')`);
  await firefox.evaluate(main, 'xsTab(3)');
  const open = new Set((await firefox.contexts()).map(({ context }) => context));
  await firefox.click(main, '[name=dygzs]');
  let notice: string | undefined;
  for (const end = Date.now() + 10_000; notice === undefined && Date.now() < end; ) {
    notice = (await firefox.contexts()).find(({ context }) => !open.has(context))?.context;
    await new Promise((done) => setTimeout(done, 200));
  }
  if (notice === undefined) throw new Error('no print window');
  const code = `document.querySelector('chidu-code')`;
  await firefox.until(notice, `!!${code}`);
  const look = await firefox.evaluate(
    notice,
    `JSON.stringify([${code}.shadowRoot, ${code}.getBoundingClientRect().width > 80])`,
  );
  if (look !== '[null,true]') throw new Error(`the code looks ${look}`);
  await firefox.until(panel, `document.querySelector('.code [role=status]')?.textContent !== ''`);
  await firefox.click(panel, '.code .buttons button:nth-child(2)');
  await firefox.until(notice, `!${code}`);
  await firefox.click(panel, '.code .buttons button:nth-child(1)');
  await firefox.until(notice, `!!${code}`);
  say('the code stands in the print window, whole and closed, and goes out and in at a click');
  for (const one of [notice, panel, page]) await firefox.close(one);
}

async function bindsByItself(firefox: Firefox, options: string, url: string): Promise<void> {
  const it = find('20260150');
  const page = await firefox.open(address(url, it));
  const { tab } = await tabWith(firefox, options, it.ajbh);
  const binder = await firefox.open(own(`binder.html?tab=${tab}`));
  await firefox.until(binder, `document.querySelectorAll('[data-state=offered]').length > 4`);
  for (const one of [binder, page]) await firefox.close(one);
}

async function opensSidebar(firefox: Firefox, options: string, url: string): Promise<void> {
  const it = find('20260137');
  const page = await firefox.open(address(url, it));
  await tabWith(firefox, options, it.ajbh);
  // The shortcut as the browser has registered it; keys of a driver do not reach the browser's own window.
  await firefox.inWindow(
    `document.querySelector('keyset[id*="desk"] key').dispatchEvent(new Event('command', { bubbles: true }))`,
  );
  const inSidebar = (expression: string): string =>
    `(() => { const [view] = browser.extension.getViews({ type: 'sidebar' });
      return view ? (${expression})(view.document) : false; })()`;
  await firefox.until(
    options,
    inSidebar(`(document) => document.querySelector('[data-field=party][data-state=read]') !== null
      && document.body.innerText.includes(${JSON.stringify(it.dsrxm)})`),
  );
  await firefox.close(page);
}

/** The pages of `extension-hostile.test.ts`: read all the same, nothing opened or leaked, the page alive. */
async function standsHostilePages(firefox: Firefox, options: string, say: Say): Promise<void> {
  const site = await serveHostile();
  try {
    for (const name of [...Object.keys(PAGES), 'nested', 'written']) {
      const page = await firefox.open(site.address(name));
      const { tab, fields } = await tabWith(firefox, options, '1280000');
      if (fields.get('facts.adFee')?.value !== 1_280_000) throw new Error(`${name} is misread`);
      // Without a method of the page's own: one of these pages has poisoned them all.
      const reached = await firefox.evaluate(
        page,
        `typeof browser + ' ' + typeof globalThis.chrome?.runtime?.sendMessage + ' ' + typeof chiduNotice`,
      );
      if (reached !== 'undefined undefined undefined') throw new Error(`${name}: ${reached}`);
      await checks[name]?.(firefox, page);
      say(`hostile page: ${name}`);
      await firefox.close(page);
      await firefox.until(
        options,
        `browser.storage.session.get('tab:${tab}').then((held) => !held['tab:${tab}'])`,
      );
    }
  } finally {
    site.close();
  }
}

const ours = `document.querySelector('chidu-launcher')`;
const windows = async (firefox: Firefox): Promise<number> =>
  (await firefox.contexts()).filter(({ url }) => url.includes('sidepanel.html')).length;
const pause = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));

const checks: Readonly<Record<string, (firefox: Firefox, page: string) => Promise<void>>> = {
  csp: async (firefox, page) => {
    await firefox.until(page, `!!${ours}`);
    await pause(700);
    const at = JSON.parse(
      await firefox.evaluate(
        page,
        `(({ left, top }) => JSON.stringify({ x: left + 20, y: top + 12 }))(${ours}.getBoundingClientRect())`,
      ),
    ) as { x: number; y: number };
    await firefox.evaluate(page, `${ours}.dispatchEvent(new MouseEvent('click')), ${ours}.click()`);
    // Covered by something that lets the pointer through, as clickjacking does.
    await firefox.evaluate(
      page,
      `document.documentElement.append(Object.assign(document.createElement('div'), { id: 'cover' })),
       Object.assign(document.getElementById('cover').style, { position: 'fixed', inset: 0, zIndex: 2147483647 })`,
    );
    await firefox.click(page, at);
    await firefox.evaluate(
      page,
      `document.documentElement.style.opacity = '0.01', document.getElementById('cover').remove()`,
    );
    await firefox.click(page, at);
    await pause(500);
    if ((await windows(firefox)) !== 0)
      throw new Error('a forged or covered click opened the panel');
    await firefox.evaluate(page, `document.documentElement.style.opacity = ''`);
    await firefox.click(page, at);
    for (const end = Date.now() + 8000; (await windows(firefox)) === 0; await pause(200))
      if (Date.now() > end) throw new Error('a real click opens no panel');
    for (const { context, url } of await firefox.contexts())
      if (url.includes('sidepanel.html')) await firefox.close(context);
  },
  hide: async (firefox, page) => {
    await firefox.until(page, `!!${ours}`);
    await firefox.until(
      page,
      `getComputedStyle(${ours}).display === 'flex' && getComputedStyle(${ours}).opacity === '1'`,
    );
  },
  delete: async (firefox, page) => {
    await pause(1500);
    const before = Number(await firefox.evaluate(page, 'rounds'));
    await pause(1000);
    if (Number(await firefox.evaluate(page, 'rounds')) - before >= 5)
      throw new Error('fights the page');
  },
};
