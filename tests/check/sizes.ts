import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from '../build.ts';
import { root } from '../tool.ts';
import { budgets } from './budgets.ts';
import type { Gate } from './gate.ts';

/** The scripts that a page of the extension names itself; its root is the folder of the build. */
function openingSize(page: string): number {
  const folder = dirname(root + page);
  const named = readFileSync(root + page, 'utf8').matchAll(/(?:href|src)="(\/[^"]+\.js)"/g);
  return [...named].reduce(
    (sum, [, script]) => sum + gzipSync(readFileSync(folder + script)).length,
    0,
  );
}

export const sizes: Gate = {
  name: 'sizes',
  faults: () => {
    build('widget', 'chrome');
    return budgets.flatMap(({ file, measure, most }) => {
      const found = globSync(file, { cwd: root });
      if (found.length === 0) return [`${file} is not there`];
      return found.flatMap((path) => {
        const content = readFileSync(root + path);
        const size =
          measure === 'opening'
            ? openingSize(path)
            : measure === 'gzip'
              ? gzipSync(content).length
              : content.length;
        return size > most ? [`${path}: ${size} of ${most} ${measure}`] : [];
      });
    });
  },
};
