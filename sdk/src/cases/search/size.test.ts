import { expect, test } from 'vitest';
import { bundled, gzipped } from '../../../../tests/bundled.ts';

/** What a program carries to open a shard and search it. */
const PROGRAM = `
  import { openIndex, search } from '@chidu/sdk/cases/search';
  globalThis.run = (bytes, query) => search([openIndex(bytes)], query);
`;

test('the query side is at most 10 kB gzip, without zod, builder or anything to evaluate', async () => {
  const chunks = await bundled(PROGRAM);
  const code = chunks.map((chunk) => chunk.code).join('');
  expect(code.length).toBeGreaterThan(5_000);
  expect(gzipped(chunks)).toBeLessThanOrEqual(10_000);
  expect(code).not.toMatch(/\beval\s*\(|new Function|Function\(/);
  const modules = chunks.flatMap((chunk) => Object.keys(chunk.modules)).join('\n');
  expect(modules).toContain('cases/search/search.ts');
  expect(modules).not.toMatch(
    /node_modules\/zod|search\/build|posting-slices|cases\/(?:read|explain)/,
  );
});
