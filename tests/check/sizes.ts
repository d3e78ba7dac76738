import { globSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { build } from '../build.ts';
import { root } from '../tool.ts';
import { budgets } from './budgets.ts';
import type { Gate } from './gate.ts';

export const sizes: Gate = {
  name: 'sizes',
  faults: () => {
    build('widget', 'chrome');
    return budgets.flatMap(({ file, measure, most }) => {
      const found = globSync(file, { cwd: root });
      if (found.length === 0) return [`${file} is not there`];
      return found.flatMap((path) => {
        const content = readFileSync(root + path);
        const size = measure === 'gzip' ? gzipSync(content).length : content.length;
        return size > most ? [`${path}: ${size} of ${most} ${measure}`] : [];
      });
    });
  },
};
