import { readdirSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { readTool, root } from './tool.ts';

interface Step {
  readonly command: readonly string[];
  /** WXT's configuration imports the SDK as it is published. */
  readonly needsSdk?: boolean;
  /** Files and folders the output is made from; without them the command decides by itself. */
  readonly inputs?: readonly string[];
  /** A file that the command writes. */
  readonly output?: string;
}

/** Every build, in the order in which one needs the other. */
const steps = {
  sdk: { command: ['tsc', '-b', 'sdk', 'sdk/bin'] },
  widget: {
    command: ['node', '--conditions=development', 'widget/build.ts'],
    inputs: ['widget/src', 'widget/build.ts', 'sdk/src', 'package-lock.json'],
    output: 'widget/dist/chidu-notice.js',
  },
  chrome: extension('chrome'),
  demo: extension('chrome', 'demo'),
  firefox: extension('firefox'),
} satisfies Record<string, Step>;

export type BuildName = keyof typeof steps;

function extension(browser: string, mode?: string): Step {
  return {
    command: ['wxt', 'build', '-b', browser, '--level', 'warn', ...(mode ? ['--mode', mode] : [])],
    needsSdk: true,
    inputs: [
      'extension',
      'wxt.config.ts',
      'sdk/src',
      'sdk/packs',
      'widget/src',
      'package-lock.json',
    ],
    output: `extension/.output/${browser}-mv3${mode ? `-${mode}` : ''}/manifest.json`,
  };
}

/** Brings the named outputs up to date, all of them when none is named; CHIDU_BUILT says that they are. */
export function build(...names: BuildName[]): void {
  if (process.env.CHIDU_BUILT) return;
  const all = Object.keys(steps) as BuildName[];
  const wanted = names.length > 0 ? names : all;
  const needsSdk = wanted.some((name) => (steps[name] as Step).needsSdk);
  for (const name of all) {
    if (!wanted.includes(name) && !(name === 'sdk' && needsSdk)) continue;
    const step: Step = steps[name];
    const started = new Date();
    if (step.inputs && step.output && changed(step.output) > newest(step.inputs)) continue;
    // A test runner calls its environment `test`, with which bundlers build for development, paths of this machine included.
    const { exit, all: output } = readTool(step.command, { NODE_ENV: 'production' });
    if (exit !== 0) throw new Error(`${name} does not build: ${step.command.join(' ')}\n${output}`);
    // What changes while a build runs is newer than its output.
    if (step.output) utimesSync(join(root, step.output), started, started);
  }
}

function changed(path: string): number {
  return statSync(join(root, path), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The last change among files and folders; a folder changes when a file in it comes or goes. */
function newest(paths: readonly string[]): number {
  let last = 0;
  for (const path of paths) {
    last = Math.max(last, changed(path));
    if (!statSync(join(root, path), { throwIfNoEntry: false })?.isDirectory()) continue;
    for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
      if (entry.name === 'dist' || entry.name.startsWith('.')) continue;
      last = Math.max(last, newest([join(path, entry.name)]));
    }
  }
  return last;
}

if (import.meta.main) build(...(process.argv.slice(2) as BuildName[]));
