import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium } from 'playwright-core';
import { findChromium, openWithExtension } from '../../demo/browser.ts';
import { build } from '../build.ts';
import { root } from '../tool.ts';

/** How long a test waits for what has to come, in milliseconds: for a machine that is slow and does other things too. */
const PATIENCE = 60_000;

const executablePath = findChromium() ?? '/usr/bin/chromium';

/** A browser without the extension. */
export async function openBrowser(...args: readonly string[]): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', ...args],
    timeout: PATIENCE,
  });
  browser.on('context', (context) => context.setDefaultTimeout(PATIENCE));
  return browser;
}

/** A browser with a fresh profile and the demonstration's build of the extension, whose worker runs. */
export async function openExtension(): Promise<BrowserContext> {
  build('demo');
  const context = await openWithExtension({
    executablePath,
    extension: join(root, 'extension/.output/chrome-mv3-demo'),
    headless: true,
  });
  context.setDefaultTimeout(PATIENCE);
  if (context.serviceWorkers().length === 0) await context.waitForEvent('serviceworker');
  return context;
}

/** Waits for something that no selector can say. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`still not so after ${PATIENCE} ms`);
}
