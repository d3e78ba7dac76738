import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { Adapter } from './adapter.ts';

it('is published as the schema that the extension reads with', () => {
  const published = JSON.parse(
    readFileSync(new URL('../docs/adapter.schema.json', import.meta.url), 'utf8'),
  );
  expect(published).toEqual(z.toJSONSchema(Adapter));
});
