import { existsSync } from 'node:fs';

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
