import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  resolve: { conditions: ['development', 'module', 'node', 'import'] },
  test: { include: ['{sdk,widget,extension,demo}/**/*.test.ts', 'tests/conformance/**/*.test.ts'] },
});
