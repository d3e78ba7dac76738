import type { Gate } from './gate.ts';
import { importFaults } from './imports.ts';
import { publicExports } from './public-exports.ts';
import { read, repositoryFiles } from './repository-files.ts';

export const imports: Gate = {
  name: 'who may import whom',
  faults: () => {
    const sources = repositoryFiles().filter((path) => /\.tsx?$/.test(path));
    return importFaults(new Map(sources.map((path) => [path, read(path)])), publicExports());
  },
};
