import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** What runs under Node, in three groups one after the other; the last two share browsers and ports. */
const groups = [
  {
    name: 'unit',
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
    name: 'e2e',
    include: ['tests/e2e/**/*.test.ts'],
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
      // Long, for a machine that does other things too.
      test: { ...group, sequence: { groupOrder }, testTimeout: 120_000, hookTimeout: 60_000 },
    })),
  },
});
