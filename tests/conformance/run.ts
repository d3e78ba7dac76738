import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compare } from './compare.ts';
import type { VectorFile } from './vectors.ts';

/**
 * Tries an implementation against the vectors: `node tests/conformance/run.ts COMMAND [ARGUMENT...]`. The command is
 * called with `--json --keys FILE` behind its arguments, reads one code a line and answers one line of JSON for each.
 * Exit code 0 when every answer is right, 1 when one is not, 2 when called wrongly.
 */
const [command, ...args] = process.argv.slice(2);
if (command === undefined) {
  console.error('Usage: node tests/conformance/run.ts COMMAND [ARGUMENT...]');
  process.exit(2);
}
const file = JSON.parse(
  readFileSync(new URL('vectors.json', import.meta.url), 'utf8'),
) as VectorFile;
const keys = join(mkdtempSync(join(tmpdir(), 'conformance-')), 'keys.json');
writeFileSync(keys, JSON.stringify(file.keys));
const { stdout, status, error } = spawnSync(command, [...args, '--json', '--keys', keys], {
  input: file.vectors.map(({ input }) => `${input}\n`).join(''),
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  stdio: ['pipe', 'pipe', 'inherit'],
});
if (error) throw error;
const differences = compare(file.vectors, stdout);
for (const difference of differences) console.log(difference);
console.log(
  `${file.vectors.length - differences.length} of ${file.vectors.length} vectors right, exit code ${status}`,
);
process.exitCode = differences.length === 0 && status === 0 ? 0 : 1;
