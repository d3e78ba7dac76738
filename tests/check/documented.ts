import { globSync } from 'node:fs';
import { root } from '../tool.ts';
import { apiPages } from './api-pages.ts';
import { flowPage } from './flow-page.ts';
import type { Gate } from './gate.ts';
import { read } from './repository-files.ts';
import { rulesPage } from './rules-page.ts';

/** The public surface and its pages are the same thing. */
export const documented: Gate = {
  name: 'exports are documented',
  faults: () => {
    const { pages, undocumented } = apiPages();
    pages.set('sdk/docs/flows.md', flowPage());
    pages.set('sdk/docs/supervision-rules.md', rulesPage());
    const there = new Set(
      globSync('sdk/docs/{api/**/*,flows,supervision-rules}.md', { cwd: root }),
    );
    return [
      ...undocumented.map((what) => `${what} has no doc comment`),
      ...[...there].filter((path) => !pages.has(path)).map((path) => `${path} documents no module`),
      ...[...pages]
        .filter(([path, text]) => !there.has(path) || read(path) !== text)
        .map(([path]) => `${path} is not what the sources say; npm run docs`),
    ];
  },
};
