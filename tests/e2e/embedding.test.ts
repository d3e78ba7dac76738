import { readFileSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { build as bundle } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY } from '../../demo/embedding/server.ts';
import { type SignedCase, signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
import { openRecipe } from '../recipe-portal.ts';
import { openBrowser } from './browser.ts';
import { STRICT } from './notice-portal.ts';

const DIST = fileURLToPath(new URL('../../widget/dist/', import.meta.url));

const recipe = (name: string) =>
  fileURLToPath(new URL(`../../demo/embedding/${name}`, import.meta.url));

let browser: Browser;
let signed: SignedCase;
beforeAll(async () => {
  build('widget');
  signed = await signedCase();
  browser = await openBrowser();
});
afterAll(() => browser.close());

/** An example as a bundler makes it, with the built widget as what `@chidu/widget` is. */
async function bundled(example: string): Promise<string> {
  const result = await bundle({
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'react', development: false } },
    define: {
      'process.env.NODE_ENV': '"production"',
      __VUE_OPTIONS_API__: 'false',
      __VUE_PROD_DEVTOOLS__: 'false',
      __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
    },
    build: {
      write: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL(`../../demo/embedding/${example}`, import.meta.url)),
        formats: ['es'],
      },
      // The portal serves the widget's files as they are, hashes and all.
      rolldownOptions: {
        external: ['@chidu/widget'],
        output: { paths: { '@chidu/widget': '/w/chidu-notice.js' } },
      },
    },
  });
  const [first] = Array.isArray(result) ? result : [result];
  const [file] = first !== undefined && 'output' in first ? first.output : [];
  if (file?.type !== 'chunk') throw new Error(`nothing was built from ${example}`);
  return file.code;
}

it.each(['react.tsx', 'vue.ts'])(
  'the example %s shows a verdict and hears of it',
  async (example) => {
    const code = await bundled(example);
    const files: Record<string, [type: string, body: string | Uint8Array]> = {
      '/c': [
        'text/html; charset=utf-8',
        '<!doctype html><html lang="zh"><title>portal</title><script type="module" src="/page.js"></script><body>',
      ],
      '/page.js': ['text/javascript', code],
      '/list': ['text/plain', signed.list],
      '/roots': ['application/json', JSON.stringify(signed.roots)],
      [`/rules/${signed.hash}.json`]: ['application/json', JSON.stringify(signed.rule)],
    };
    const server = createServer(async (request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://portal');
      const file =
        files[pathname] ??
        (pathname.startsWith('/w/')
          ? (['text/javascript', await readFile(DIST + pathname.slice(3))] as const)
          : undefined);
      if (file === undefined) return response.writeHead(404).end();
      response.writeHead(200, { 'content-type': file[0], 'content-security-policy': STRICT });
      response.end(file[1]);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const page = await browser.newPage();
    try {
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      await page.goto(`http://127.0.0.1:${port}/c#${signed.text}`);
      await page.locator('output', { hasText: 'pass pass pass pass pass pass' }).waitFor();
      expect(await page.locator('[data-step=replay]').getAttribute('data-state')).toBe('pass');
      expect(errors).toEqual([]);
    } finally {
      await page.close();
      server.close();
    }
  },
);

describe('the server recipe', () => {
  let portal: Awaited<ReturnType<typeof openRecipe>>;
  let url: string;
  beforeAll(async () => {
    portal = await openRecipe(signed);
    ({ url } = portal);
  });
  afterAll(() => portal.close());
  const shows = async (address: string, step = '[data-step=replay][data-state=pass]') => {
    const page = await browser.newPage();
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    portal.asked.length = 0;
    await page.goto(address);
    await page.locator(step).waitFor();
    await page.close();
    return told;
  };
  const place = (path: string) => join(portal.folder, path);

  it('leads every form of the address of a code to the page', async () => {
    await shows(`${url}/c#${signed.text}`);
    await shows(`${url}/c/${signed.text}`);
    await shows(`${url}/c?q=${encodeURIComponent(`https://fxjd.example.gov.cn/c#${signed.text}`)}`);
  });

  it('has all that the verdict needs on its way with the page, once each', async () => {
    const first = (rule: string) =>
      [
        'chidu-notice.js',
        'chidu-notice-early.js',
        'chidu-notice-replay.js',
        'chidu-notice-rule.js',
        rule,
        'trust-list.txt',
        'trust-roots.json',
      ].map((name) => `/chidu/${name}`);
    const rule = `rules/${signed.hash}.json`;
    const early = () =>
      portal.asked
        .filter((path) => /-early|-rule|-replay|notice\.js|trust-|rules/.test(path))
        .sort();
    const wanted = first(rule).sort();
    expect(await shows(`${url}/c#${signed.text}`)).toEqual([]);
    expect(early()).toEqual(wanted);
    // The Rule waits for no core.
    const page = await browser.newPage();
    await page.route('**/chidu-notice.js', (route) => route.abort());
    const asked = page.waitForRequest(`${url}/chidu/${rule}`);
    await page.goto(`${url}/c#${signed.text}`);
    await asked;
    await page.close();

    // Here the server knows the code.
    expect((await fetch(`${url}/c/${signed.text}`)).headers.get('link')).toContain(
      `/chidu/${rule}`,
    );
    for (const address of ['/c', '/c/1234', `/chidu/${rule}`])
      expect((await fetch(url + address)).headers.get('link'), address).toBe(null);
    expect(await shows(`${url}/c/${signed.text}`)).toEqual([]);
    expect(early()).toEqual(wanted);
  });

  it('runs no other core and no other part than those that the build named in the head', async () => {
    const replay = place('chidu/chidu-notice-replay.js');
    const [code, packed] = [readFileSync(replay), readFileSync(`${replay}.br`)];
    const altered = `${code}\n`;
    writeFileSync(`${replay}.br`, brotliCompressSync(altered));
    await shows(`${url}/c#${signed.text}`, '[data-step=replay][data-state=unknown] p + p');
    writeFileSync(`${replay}.br`, packed);
    const core = place('chidu/chidu-notice.js.br');
    const kept = readFileSync(core);
    writeFileSync(core, brotliCompressSync(`${readFileSync(place('chidu/chidu-notice.js'))}\n`));
    const told = await shows(`${url}/c#${signed.text}`, 'chidu-notice:not(:defined)');
    expect(told.join()).toContain('integrity');
    writeFileSync(core, kept);
  });

  it('serves that page and its folder and nothing else', async () => {
    for (const path of ['/', '/portal.html', '/chidu/..%2fportal.html', '/chidu/.hidden', '/d'])
      expect((await fetch(url + path)).status, path).toBe(404);
    const page = await fetch(`${url}/c/1234`);
    expect(page.headers.get('content-security-policy')).toBe(POLICY);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it.each(['br', 'gzip', 'identity'])('sends what was built, as %s', async (encoding) => {
    for (const path of ['chidu/chidu-notice.js', `chidu/rules/${signed.hash}.json`]) {
      const sent = await fetch(`${url}/${path}`, { headers: { 'accept-encoding': encoding } });
      expect(sent.headers.get('content-encoding') ?? 'identity').toBe(encoding);
      expect(await sent.text()).toBe(readFileSync(place(path), 'utf8'));
    }
  });

  it('says the same in nginx and in the guide', () => {
    const nginx = readFileSync(recipe('nginx.conf'), 'utf8');
    expect(nginx).toContain(`Content-Security-Policy "${POLICY}"`);
    expect(nginx).toContain('ssi on;');
    const [, location = ''] = /location ~ "([^"]+)"/.exec(nginx) ?? [];
    for (const path of ['/c', '/c/', '/c/1', `/c/${signed.text}`])
      expect(new RegExp(location).test(path), path).toBe(true);
    for (const path of ['/cc', '/c/2', '/c/1x', '/x/c'])
      expect(new RegExp(location).test(path), path).toBe(false);
    const guide = readFileSync(new URL('../../sdk/docs/portals.md', import.meta.url), 'utf8');
    expect(guide).toContain(POLICY);
  });

  it('shows a verdict with the three lines of the README on an empty page', async () => {
    const readme = readFileSync(new URL('../../widget/README.md', import.meta.url), 'utf8');
    const [, lines = ''] = /```html\n([^`]+)```/.exec(readme) ?? [];
    expect(lines.trim().split('\n').length).toBe(3);
    writeFileSync(place('portal.html'), `<!doctype html>${lines}`);
    await shows(`${url}/c#${signed.text}`);
  });
});
