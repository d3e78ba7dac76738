import { readFileSync, writeFileSync } from 'node:fs';
import { lines } from './make/lines.ts';
import { makeStatutes } from './make/statutes.ts';

/**
 * Makes `statutes.json` from the checked source: `node sdk/packs/make-statutes.ts PATH/violations.json`.
 * It refuses any field or word that it does not know, naming the record and the place.
 */
const [source] = process.argv.slice(2);
if (source === undefined) {
  process.stderr.write('Usage: node sdk/packs/make-statutes.ts SOURCE\n');
  process.exit(2);
}
const here = new URL('./', import.meta.url);
const { facts } = JSON.parse(readFileSync(new URL('facts.json', here), 'utf8'));
const pack = makeStatutes(readFileSync(source, 'utf8'), facts);
writeFileSync(new URL('statutes.json', here), lines(pack, 'statutes'));
process.stdout.write(`${pack.statutes.length} entries from ${pack.origin.records} records\n`);
