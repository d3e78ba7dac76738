/**
 * `npm run check`: every gate, one line each; what is wrong stands below its line.
 * `npm run check -- types sizes` runs those whose name holds one of the words.
 */
import { deadCode } from './check/dead-code.ts';
import { documented } from './check/documented.ts';
import { features } from './check/features.ts';
import { firefox } from './check/firefox.ts';
import type { Gate } from './check/gate.ts';
import { imports } from './check/import-gate.ts';
import { links } from './check/links.ts';
import { lockfile } from './check/lockfile.ts';
import { packages } from './check/packages.ts';
import { sizes } from './check/sizes.ts';
import { style } from './check/style.ts';
import { tree } from './check/tree.ts';
import { types } from './check/types.ts';

const gates: readonly Gate[] = [
  style,
  types,
  imports,
  tree,
  deadCode,
  documented,
  links,
  features,
  packages,
  sizes,
  firefox,
  lockfile,
];

const words = process.argv.slice(2);
const chosen = gates.filter(
  ({ name }) => words.length === 0 || words.some((w) => name.includes(w)),
);
if (chosen.length === 0) {
  console.error(`No gate is called ${words.join(' or ')}. There are:`);
  for (const { name } of gates) console.error(`  ${name}`);
  process.exitCode = 2;
}

for (const { name, faults } of chosen) {
  const started = performance.now();
  const found = tried(faults);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${found.length === 0 ? 'pass' : 'FAIL'}  ${name} (${seconds} s)`);
  for (const fault of found) console.log(`      ${fault.replaceAll('\n', '\n      ')}`);
  if (found.length > 0) process.exitCode = 1;
}

/** A gate that breaks has not been passed. */
function tried(faults: Gate['faults']): readonly string[] {
  try {
    return faults();
  } catch (error) {
    return [String(error)];
  }
}
