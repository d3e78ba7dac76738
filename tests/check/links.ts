import { existsSync } from 'node:fs';
import { posix } from 'node:path';
import { root } from '../tool.ts';
import type { Gate } from './gate.ts';
import { read, repositoryFiles } from './repository-files.ts';

/** Links and pictures of the pages lead to files of the repository. */
export const links: Gate = {
  name: 'links of the pages',
  faults: () =>
    repositoryFiles()
      .filter((path) => path.endsWith('.md'))
      .flatMap((path) =>
        [...read(path).matchAll(/\]\(([^)\s#]+)[^)]*\)|\ssrc="([^"]+)"/g)]
          .map(([, link, source]) => link ?? source ?? '')
          .filter((target) => !/^\w+:/.test(target) && !target.startsWith('/'))
          .filter((target) => !existsSync(root + posix.join(posix.dirname(path), target)))
          .map((target) => `${path} links to ${target}, which is not there`),
      ),
};
