import { writeFileSync } from 'node:fs';
import { formatVectors } from './vector-file.ts';
import { makeVectors } from './vectors.ts';

/** Writes `vectors.json` anew. A test fails while the file differs from what this makes. */
const path = new URL('vectors.json', import.meta.url);
const file = await makeVectors();
writeFileSync(path, formatVectors(file));
const accepted = file.vectors.filter(({ ok }) => ok).length;
console.log(`${accepted} accepted, ${file.vectors.length - accepted} refused`);
