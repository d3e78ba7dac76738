import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { chromium } from 'playwright-core';
import { build, type Rolldown } from 'vite';
import { root } from '../../tool.ts';

type Row = Record<string, string | number>;

const CHROMIUM = '/usr/bin/chromium';

/** Median time to verify one signature, and one whole code, in Node and Chromium, beside jose, sm-crypto and OpenSSL. */
export async function speeds(): Promise<Row[]> {
  const source = `${root}tests/bench/codes/timings.ts`;
  const script = await bundle(source);
  const rows = new Map<string, Row>();
  const put = (engine: string, times: Readonly<Record<string, number>>) => {
    for (const [what, ms] of Object.entries(times)) {
      rows.set(what, {
        ...(rows.get(what) ?? { what }),
        [`${engine} p50 ms`]: Number(ms.toFixed(3)),
      });
    }
  };
  const module = await import(
    `data:text/javascript;base64,${Buffer.from(script).toString('base64')}`
  );
  put('Node', await module.timings());
  if (existsSync(CHROMIUM)) put('Chromium', await inChromium(script));
  put('OpenSSL', openssl());
  return [...rows.values()];
}

/** The timings with the packages they compare, as one module that Node and a page both run. */
async function bundle(entry: string): Promise<string> {
  const peers = `${root}tests/bench/.peers/node_modules`;
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    resolve: {
      conditions: ['development', 'module', 'browser', 'import'],
      alias: {
        'peer:jose': `${peers}/jose/dist/webapi/index.js`,
        'peer:sm-crypto': `${peers}/sm-crypto/src/index.js`,
        jsbn: `${peers}/jsbn/index.js`,
      },
    },
    build: {
      write: false,
      target: 'es2022',
      lib: { entry, formats: ['es'] },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  return output[0].code;
}

async function inChromium(script: string): Promise<Record<string, number>> {
  const server = createServer((request, response) => {
    const js = request.url === '/timings.js';
    response.setHeader('content-type', js ? 'text/javascript' : 'text/html');
    response.end(js ? script : '<!doctype html><title>timings</title>');
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const browser = await chromium.launch({ executablePath: CHROMIUM, chromiumSandbox: false });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
    return await page.evaluate("import('/timings.js').then((module) => module.timings())");
  } finally {
    await browser.close();
    server.close();
  }
}

/** `openssl speed` in operations a second, as milliseconds for one. */
function openssl(): Record<string, number> {
  if (spawnSync('openssl', ['version']).status !== 0) return {};
  const report = execFileSync(
    'openssl',
    ['speed', '-seconds', '1', 'ecdsap256', 'ed25519', 'sm2'],
    {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    },
  );
  const perSecond = (pattern: RegExp): number => Number(pattern.exec(report)?.[1]);
  return {
    'ES256 signature': 1000 / perSecond(/ecdsa.*nistp256.*\s([\d.]+)$/m),
    'Ed25519 signature': 1000 / perSecond(/Ed25519.*\s([\d.]+)$/m),
    'SM2 signature': 1000 / perSecond(/SM2.*\s([\d.]+)$/m),
  };
}
