import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { build } from '../build.ts';
import { root } from '../tool.ts';
import { EXTENSION_ID } from './desk.ts';

beforeAll(() => build('chrome', 'demo', 'firefox'));

const folder = (name: string): string => join(root, 'extension/.output', name);
const manifest = (name: string) =>
  JSON.parse(readFileSync(join(folder(name), 'manifest.json'), 'utf8'));

test('asks for nothing at install but what it needs, and for no address', () => {
  const chrome = manifest('chrome-mv3');
  expect(chrome.permissions).toEqual(['storage', 'scripting', 'activeTab', 'sidePanel']);
  expect(chrome.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
  const firefox = manifest('firefox-mv3');
  expect(firefox.permissions).toEqual(['storage', 'scripting', 'activeTab']);
  for (const own of [chrome, firefox, manifest('chrome-mv3-demo')]) {
    expect(own.manifest_version).toBe(3);
    expect(own.content_scripts).toBeUndefined();
    expect(own.web_accessible_resources).toBeUndefined();
    expect(own.externally_connectable).toBeUndefined();
    // The default of Chromium in every build; Firefox's own would rewrite addresses without TLS.
    expect(own.content_security_policy).toEqual(
      own === firefox ? { extension_pages: "script-src 'self'; object-src 'self'" } : undefined,
    );
  }
  for (const own of [chrome, firefox]) expect(own.host_permissions).toBeUndefined();
  expect(manifest('chrome-mv3-demo').host_permissions).toEqual([
    'http://localhost/*',
    'http://127.0.0.1/*',
  ]);
});

test('has one id in every build for Chromium', () => {
  const key = Buffer.from(manifest('chrome-mv3').key, 'base64');
  const digits = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...digits].map((digit) => 'abcdefghijklmnop'[Number.parseInt(digit, 16)]).join('');
  expect(id).toBe(EXTENSION_ID);
});

test('stays within its sizes', () => {
  const bytes = (file: string): Buffer => readFileSync(join(folder('chrome-mv3'), file));
  expect(bytes('reader.js').length).toBeLessThanOrEqual(12_000);
  expect(gzipSync(bytes('reader.js')).length).toBeLessThanOrEqual(5_000);
  expect(bytes('launcher.js').length).toBeLessThanOrEqual(30_000);
  expect(bytes('notice.js').length).toBeLessThanOrEqual(12_000);
  // Loaded only at a click: to point a field out, to write into one, to describe a page.
  expect(bytes('pointer.js').length).toBeLessThanOrEqual(12_000);
  expect(bytes('write.js').length).toBeLessThanOrEqual(13_000);
  expect(bytes('binding.js').length).toBeLessThanOrEqual(40_000);
  // The panel with everything its page loads; the packs are data.
  const page = bytes('sidepanel.html').toString();
  const files = [...page.matchAll(/(?:src|href)="\/([^"]+)"/g)].map((match) => match[1] ?? '');
  expect(files.length).toBeGreaterThan(1);
  const panel = files.reduce((sum, file) => sum + gzipSync(bytes(file)).length, 0);
  expect(panel).toBeLessThanOrEqual(80_000);
});

test('carries no eval and no schema library into a page', () => {
  for (const file of [
    'reader.js',
    'launcher.js',
    'notice.js',
    'pointer.js',
    'write.js',
    'binding.js',
  ]) {
    const source = readFileSync(join(folder('chrome-mv3'), file), 'utf8');
    expect(source).not.toMatch(/\beval\(|new Function\(|innerHTML|ZodError|\$ZodType/);
    expect(source).not.toMatch(/mode:[`'"]open/);
  }
});

test('passes the linter of add-ons for Firefox without an error', () => {
  const linter = join(root, 'node_modules/.bin/addons-linter');
  const report = JSON.parse(
    execFileSync(linter, ['--output', 'json', folder('firefox-mv3')], { encoding: 'utf8' }),
  );
  expect(report.errors).toEqual([]);
  const warnings = new Set(report.warnings.map(({ code }: { code: string }) => code));
  expect([...warnings]).toEqual(['UNSAFE_VAR_ASSIGNMENT']);
});

test('ships every pack, byte for byte', () => {
  const packs = readdirSync(join(root, 'sdk/packs')).filter((name) => name.endsWith('.json'));
  expect(packs.length).toBeGreaterThan(2);
  for (const name of packs)
    expect(readFileSync(join(folder('chrome-mv3'), 'packs', name))).toEqual(
      readFileSync(join(root, 'sdk/packs', name)),
    );
});
