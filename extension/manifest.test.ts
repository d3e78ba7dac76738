import { afterEach, expect, it, vi } from 'vitest';
import { manifest } from './manifest.ts';

afterEach(() => vi.unstubAllEnvs());

const PERMISSIONS = ['storage', 'scripting', 'activeTab'];

it('asks a user for no address at install, and for each adapter when it is switched on', () => {
  const own = manifest('chrome', 'production');
  expect(own.permissions).toEqual([...PERMISSIONS, 'sidePanel']);
  expect(own.host_permissions).toBeUndefined();
  expect(own.optional_host_permissions).toEqual(['http://*/*', 'https://*/*']);
  expect(manifest('firefox', 'production').permissions).toEqual(PERMISSIONS);
});

it('reaches a service without TLS in a closed network, which Firefox by itself would rewrite', () => {
  expect(manifest('firefox', 'production').content_security_policy).toEqual({
    extension_pages: "script-src 'self'; object-src 'self'",
  });
  expect(manifest('chrome', 'production').content_security_policy).toBeUndefined();
});

it('holds the addresses of its authority in a managed build, and asks for no other', () => {
  vi.stubEnv('CHIDU_HOSTS', ' https://aj.example.gov.cn/*  https://fw.example.gov.cn/* ');
  for (const browser of ['chrome', 'firefox']) {
    const managed = manifest(browser, 'managed');
    expect(managed.host_permissions).toEqual([
      'https://aj.example.gov.cn/*',
      'https://fw.example.gov.cn/*',
    ]);
    expect(managed.optional_host_permissions).toBeUndefined();
    expect(managed.permissions).toEqual(manifest(browser, 'production').permissions);
  }
  vi.stubEnv('CHIDU_HOSTS', '');
  expect(() => manifest('chrome', 'managed')).toThrow('CHIDU_HOSTS');
});
