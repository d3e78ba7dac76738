import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { build as bundle } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { POLICY, portalServer } from '../../demo/embedding/server.ts';
import { type SignedCase, signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
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
  let folder: string;
  let server: Server;
  let url: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'chidu-portal-'));
    const chidu = join(folder, 'chidu');
    cpSync(DIST, chidu, { recursive: true });
    mkdirSync(join(chidu, 'rules'));
    writeFileSync(join(chidu, 'trust-list.txt'), signed.list);
    writeFileSync(join(chidu, 'trust-roots.json'), JSON.stringify(signed.roots));
    writeFileSync(join(chidu, `rules/${signed.hash}.json`), JSON.stringify(signed.rule));
    cpSync(recipe('portal.html'), join(folder, 'portal.html'));
    server = portalServer(folder);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const shows = async (address: string) => {
    const page = await browser.newPage();
    await page.goto(address);
    await page.locator('[data-step=replay][data-state=pass]').waitFor();
    await page.close();
  };

  it('leads every form of the address of a code to the page', async () => {
    await shows(`${url}/c#${signed.text}`);
    await shows(`${url}/c/${signed.text}`);
    await shows(`${url}/c?q=${encodeURIComponent(`https://fxjd.example.gov.cn/c#${signed.text}`)}`);
  });

  it('serves that page and its folder and nothing else', async () => {
    for (const path of ['/', '/portal.html', '/chidu/..%2fportal.html', '/chidu/.hidden', '/d'])
      expect((await fetch(url + path)).status, path).toBe(404);
    const page = await fetch(`${url}/c/1234`);
    expect(page.headers.get('content-security-policy')).toBe(POLICY);
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('says the same in nginx and in the guide', () => {
    const nginx = readFileSync(recipe('nginx.conf'), 'utf8');
    expect(nginx).toContain(`Content-Security-Policy "${POLICY}"`);
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
    writeFileSync(join(folder, 'portal.html'), `<!doctype html>${lines}`);
    await shows(`${url}/c#${signed.text}`);
  });
});
