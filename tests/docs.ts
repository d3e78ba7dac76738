/** `npm run docs`: writes `sdk/docs/api`, one page per public module, the drawn flows and the rules in words, from the sources. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { apiPages } from './check/api-pages.ts';
import { flowPage } from './check/flow-page.ts';
import { rulesPage } from './check/rules-page.ts';
import { root } from './tool.ts';

// All of them made before the first is removed: a source that cannot be read leaves the pages as they are.
const { pages } = apiPages();
const flows = flowPage();
const rules = rulesPage();
rmSync(`${root}sdk/docs/api`, { recursive: true, force: true });
for (const [path, text] of pages) {
  mkdirSync(dirname(root + path), { recursive: true });
  writeFileSync(root + path, text);
}
writeFileSync(`${root}sdk/docs/flows.md`, flows);
writeFileSync(`${root}sdk/docs/supervision-rules.md`, rules);
