import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What runs under Node, one group after the other: what measures time has the machine to itself. */
const groups = [
  {
    // Every core: by itself vitest leaves one idle, which is half of a small machine.
    name: 'unit',
    maxWorkers: '100%',
    include: ['{sdk,widget,extension,demo,tests}/**/*.test.{ts,tsx}'],
    exclude: [
      '**/{node_modules,dist,.output}/**',
      '**/*.browser.test.*',
      'tests/{browser,conformance,e2e}/**',
    ],
  },
  {
    name: 'conformance',
    include: ['tests/conformance/**/*.test.ts'],
    fileParallelism: false,
  },
  {
    // Each file has a browser and a server of its own, and waits for them more than it works.
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
    exclude: ['tests/e2e/**/*-speed.test.ts'],
    maxWorkers: 3,
  },
  {
    name: 'speed',
    include: ['tests/e2e/**/*-speed.test.ts'],
    fileParallelism: false,
  },
];

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    projects: groups.map((group, groupOrder) => ({
      resolve: { conditions: ['development', 'module', 'node', 'import'] },
      // Without `import`, which vite adds where it is due: it would hold for require() too.
      ssr: { resolve: { conditions: ['development', 'module', 'node'] } },
      test: {
        ...group,
        sequence: { groupOrder },
        // Long, for a machine that is slow and does other things too.
        testTimeout: 300_000,
        hookTimeout: 300_000,
        // One process for many files: to load the SDK anew costs more than most of them. None leaves anything behind.
        isolate: false,
        restoreMocks: true,
        unstubGlobals: true,
        unstubEnvs: true,
      },
    })),
  },
});
