import { afterEach, expect, it, vi } from 'vitest';
import { matchPatterns, originsOf } from './match-patterns.ts';

afterEach(() => vi.unstubAllEnvs());

const PATTERNS = ['http://10.1.2.3:8080/aj/*', 'https://*.example.gov.cn:*/aj/*', 'http://a.cn/*'];

it('leaves the ports in for Chromium, which knows them', () => {
  expect(matchPatterns(PATTERNS)).toEqual(PATTERNS);
  expect(originsOf(['http://a.cn:81/x/*', 'http://a.cn:81/y/*'])).toEqual(['http://a.cn:81/*']);
});

it('takes the ports out for Firefox, which refuses them', () => {
  vi.stubEnv('FIREFOX', 'true');
  expect(matchPatterns([...PATTERNS, 'http://[::1]:81/*'])).toEqual([
    'http://10.1.2.3/aj/*',
    'https://*.example.gov.cn/aj/*',
    'http://a.cn/*',
    'http://[::1]/*',
  ]);
  expect(originsOf(['http://a.cn:81/x/*', 'http://a.cn/y/*'])).toEqual(['http://a.cn/*']);
});
