import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from 'playwright-core';

export { findChromium } from '../extension/tool/find-chromium.ts';

/** Whether a window can be shown here. */
export const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/**
 * A fresh profile with the unpacked extension in it, from a copy: a build that runs meanwhile must not take files away
 * under the browser. Both switches are needed for it to load.
 */
export async function openWithExtension(options: {
  executablePath: string;
  extension: string;
  headless: boolean;
}): Promise<BrowserContext> {
  const { executablePath, extension, headless } = options;
  const folder = mkdtempSync(join(tmpdir(), 'chidu-demo-'));
  const removeFolder = () => rmSync(folder, { recursive: true, force: true });
  const copy = join(folder, 'extension');
  cpSync(extension, copy, { recursive: true });
  const opening = chromium.launchPersistentContext('', {
    executablePath,
    headless,
    timeout: 60_000,
    // Chromium's own sandbox does not start for root.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    args: [
      `--disable-extensions-except=${copy}`,
      `--load-extension=${copy}`,
      '--no-first-run',
      '--lang=zh-CN',
      '--window-size=1480,900',
    ],
  });
  opening.catch(removeFolder);
  const context = await opening;
  context.once('close', removeFolder);
  return context;
}
