/** `npm run bench -- NAME`: runs `tests/bench/NAME.ts`, prints its table and keeps it as JSON. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { choose } from './choose.ts';
import { root, showTool } from './tool.ts';

/** What a file of `tests/bench/` exports. */
export interface Bench {
  /** One line: what is measured. */
  readonly about: string;
  /** Packages to measure against, name → exact version; they never become dependencies. */
  readonly peers?: Readonly<Record<string, string>>;
  /** Measures and answers the rows of the table. `peer` loads one of `peers`. */
  readonly run: (
    peer: (name: string) => Promise<Record<string, unknown>>,
  ) => Promise<Readonly<Record<string, string | number>>[]>;
}

const [name, { about, peers = {}, run }] = await choose<Bench>('bench');
const folder = `${root}tests/bench/.peers`;
if (Object.keys(peers).length > 0) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/package.json`, JSON.stringify({ private: true, dependencies: peers }));
  // Resolves from where the peers lie.
  writeFileSync(`${folder}/load.mjs`, 'export const load = (name) => import(name);\n');
  const install = ['npm', 'install', '--prefix', folder, '--ignore-scripts', '--loglevel=error'];
  if (showTool(install) !== 0) throw new Error('The packages to measure against do not install.');
}
const peer = async (wanted: string) => (await import(`${folder}/load.mjs`)).load(wanted);

console.log(about);
const rows = await run(peer);
console.table(rows);
const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
const results = `${root}tests/bench/results`;
mkdirSync(results, { recursive: true });
writeFileSync(
  `${results}/${name}.json`,
  `${JSON.stringify({ name, about, date: new Date().toISOString().slice(0, 10), machine, rows }, null, 2)}\n`,
);
