import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from 'playwright-core';
import { build as bundle } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { findChromium } from '../../demo/browser.ts';
import { type SignedCase, signedCase } from '../../sdk/src/verdict/fixtures/signed-case.ts';
import { build } from '../build.ts';
import { STRICT } from './notice-portal.ts';

const DIST = fileURLToPath(new URL('../../widget/dist/', import.meta.url));

let browser: Browser;
let signed: SignedCase;
beforeAll(async () => {
  build('widget');
  signed = await signedCase();
  browser = await chromium.launch({
    executablePath: findChromium() ?? 'chromium',
    args: ['--no-sandbox'],
  });
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
    const { readFile } = await import('node:fs/promises');
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
