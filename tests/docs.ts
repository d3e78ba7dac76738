/** `npm run docs`: writes `sdk/docs/api`, one page per public module, from the sources. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { apiPages } from './check/api-pages.ts';
import { root } from './tool.ts';

rmSync(`${root}sdk/docs/api`, { recursive: true, force: true });
for (const [path, text] of apiPages().pages) {
  mkdirSync(dirname(root + path), { recursive: true });
  writeFileSync(root + path, text);
}
