import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { expect, test } from 'vitest';

/** What a program carries to open a shard and search it. */
const PROGRAM = `
  import { openIndex, search } from '@chidu/sdk/cases/search';
  globalThis.run = (bytes, query) => search([openIndex(bytes)], query);
`;

test('the query side is at most 10 kB gzip, without zod, builder or anything to evaluate', async () => {
  const result = await build({
    configFile: false,
    logLevel: 'error',
    root: fileURLToPath(new URL('../../../..', import.meta.url)),
    resolve: { conditions: ['development', 'module', 'browser'] },
    plugins: [
      {
        name: 'program',
        resolveId: (id) => (id === 'virtual:program' ? id : null),
        load: (id) => (id === 'virtual:program' ? PROGRAM : null),
      },
    ],
    build: {
      write: false,
      target: 'es2024',
      modulePreload: false,
      rolldownOptions: { input: 'virtual:program' },
    },
  });
  const { output } = (Array.isArray(result) ? result[0] : result) as Rolldown.RolldownOutput;
  const chunks = output.filter((chunk) => chunk.type === 'chunk');
  const code = chunks.map((chunk) => chunk.code).join('');
  expect(code.length).toBeGreaterThan(5_000);
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(10_000);
  expect(code).not.toMatch(/\beval\s*\(|new Function|Function\(/);
  const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules)).join('\n');
  expect(modules).toContain('cases/search/search.ts');
  expect(modules).not.toMatch(
    /node_modules\/zod|search\/build|posting-slices|cases\/(?:read|explain)/,
  );
});
