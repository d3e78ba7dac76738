import { writeFileSync } from 'node:fs';
import { SCHEMAS } from './make/schemas.ts';

/** Writes the JSON Schemas of `docs/formats/` from the schemas that the code reads with. */
for (const [file, schema] of Object.entries(SCHEMAS)) {
  const target = new URL(`../docs/formats/${file}`, import.meta.url);
  writeFileSync(target, `${JSON.stringify(schema, null, 2)}\n`);
}
