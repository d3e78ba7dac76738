import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { PUBLISHED } from './fixtures/published.ts';
import { openApi } from './openapi.ts';
import { PATHS } from './paths.ts';
import { ROUTES } from './routes.ts';

it.each(Object.entries(PUBLISHED))('%s is published as the schemas have it', (path, value) => {
  // Where it is not: node --conditions=development sdk/src/api/fixtures/write-published.ts
  const text = readFileSync(new URL(`../../docs/${path}`, import.meta.url), 'utf8');
  expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
});

it('describes every route once, each by its own name', () => {
  const paths = openApi().paths as Record<string, Record<string, { operationId: string }>>;
  const described = Object.values(paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect(described.sort()).toEqual(Object.keys(ROUTES).sort());
  const places = Object.values(PATHS).map(([method, path]) => `${method} ${path}`);
  expect(new Set(places).size).toBe(places.length);
});
