import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../build.ts';
import { readTool } from '../tool.ts';
import { faultOf, type Gate } from './gate.ts';

/** The packed packages as a stranger installs them: entries, files and types. */
export const packages: Gate = {
  name: 'packages as published',
  faults: () => {
    build('sdk', 'widget');
    const folder = mkdtempSync(join(tmpdir(), 'chidu-packed-'));
    try {
      return ['sdk', 'widget'].flatMap((name) => {
        const pack = [
          'npm',
          'pack',
          '--json',
          `--workspace=${name}`,
          `--pack-destination=${folder}`,
        ];
        const { exit, output, all } = readTool(pack);
        if (exit !== 0) return [`${pack.join(' ')}\n${all}`];
        const [{ filename }] = JSON.parse(output);
        const packed = join(folder, filename);
        return [
          ...faultOf('publint', 'run', '--strict', packed),
          ...faultOf('attw', '--profile', 'esm-only', '--no-emoji', packed),
        ];
      });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
};
