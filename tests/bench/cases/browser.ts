import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { build } from 'vite';
import { findChromium } from '../../../demo/browser.ts';
import { root } from '../../tool.ts';
import { round, type Task, times } from './question.ts';

/** The same engine in a worker of Chromium: build, store, reopen, questions as the page sees them. */
export async function inBrowser({
  records,
  asked,
}: Task): Promise<Record<string, string | number>[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chidu-cases-'));
  const executablePath = findChromium() ?? '/usr/bin/chromium';
  try {
    await bundle(folder);
    const files: Record<string, [type: string, body: string | Buffer]> = {
      '/': ['text/html', '<!doctype html><title>bench</title>'],
      '/worker.js': ['text/javascript', readFileSync(join(folder, 'worker.js'))],
      '/records.json': ['application/json', JSON.stringify(records)],
    };
    const server = createServer(({ url = '/' }, response) => {
      const [type, body] = files[url] ?? ['text/plain', ''];
      response.writeHead(200, { 'content-type': type }).end(body);
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    const browser = await chromium.launch({
      executablePath,
      chromiumSandbox: process.getuid?.() !== 0,
    });
    try {
      const page = await browser.newPage();
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
      return await measure(page, asked);
    } finally {
      await browser.close();
      server.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function bundle(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    root,
    resolve: {
      conditions: ['development', 'module'],
      alias: { '@chidu/sdk/cases/search': join(root, 'sdk/src/cases/search/index.ts') },
    },
    build: {
      outDir,
      target: 'es2024',
      lib: {
        entry: join(root, 'tests/bench/cases/browser-worker.ts'),
        formats: ['es'],
        fileName: () => 'worker.js',
      },
    },
  });
}

async function measure(page: Page, asked: Task['asked']) {
  const found = await page.evaluate(
    async (queries) => {
      let worker = new Worker('/worker.js', { type: 'module' });
      let number = 0;
      const ask = (what: string, query?: object) =>
        new Promise<Record<string, number>>((resolve) => {
          const id = ++number;
          const heard = ({ data }: MessageEvent) => {
            if (data.id !== id) return;
            worker.removeEventListener('message', heard);
            resolve(data.answer);
          };
          worker.addEventListener('message', heard);
          worker.postMessage({ id, what, query });
        });
      const { built = 0 } = await ask('build');
      worker.terminate();
      worker = new Worker('/worker.js', { type: 'module' });
      const { opened = 0 } = await ask('reopen');
      for (const query of queries.slice(0, 30)) await ask('search', query);
      const inside: number[] = [];
      const outside: number[] = [];
      for (const query of queries) {
        const started = performance.now();
        const { spent = 0 } = await ask('search', query);
        outside.push(performance.now() - started);
        inside.push(spent);
      }
      return { built, opened, inside, outside };
    },
    asked as unknown as object[],
  );
  const inside = times(found.inside);
  const outside = times(found.outside);
  return [
    { what: 'browser worker, build', ms: round(found.built), goal: '≤ 6,000 ms' },
    { what: 'browser worker, reopen from IndexedDB', ms: round(found.opened), goal: '≤ 200 ms' },
    {
      what: 'browser worker, in the engine',
      'p50 ms': round(inside.p50),
      'p95 ms': round(inside.p95),
      goal: 'p50 ≤ 4, p95 ≤ 8',
    },
    {
      what: 'browser worker, message to message',
      'p50 ms': round(outside.p50),
      'p95 ms': round(outside.p95),
      goal: 'p95 ≤ 12',
    },
  ];
}
