import { existsSync } from 'node:fs';
import { type BrowserContext, chromium } from 'playwright-core';

/** Chromium, not branded Chrome: since version 137 that one ignores `--load-extension`. */
const PLACES = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Path of the Chromium of this machine; CHROMIUM names another. */
export const findChromium = (): string | undefined =>
  PLACES.find((path) => path !== undefined && existsSync(path));

/** Whether a window can be shown here. */
export const hasDisplay = (): boolean =>
  process.platform === 'win32' ||
  process.platform === 'darwin' ||
  Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

/** A fresh profile with the unpacked extension in it. Both switches are needed for it to load. */
export function openWithExtension(options: {
  executablePath: string;
  extension: string;
  headless: boolean;
}): Promise<BrowserContext> {
  const { executablePath, extension, headless } = options;
  return chromium.launchPersistentContext('', {
    executablePath,
    headless,
    // Chromium's own sandbox does not start for root.
    chromiumSandbox: process.getuid?.() !== 0,
    viewport: null,
    locale: 'zh-CN',
    args: [
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      '--no-first-run',
    ],
  });
}
