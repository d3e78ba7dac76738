import { describe, expect, it } from 'vitest';
import { Adapter } from './adapter.ts';
import demo from './demo-frameset.json' with { type: 'json' };
import { adapterFor, patternMatches } from './matches.ts';

describe('match patterns', () => {
  it.each([
    ['http://localhost/legacy/*', 'http://localhost:8734/legacy/?ajid=1', true],
    ['http://localhost/legacy/*', 'http://localhost/portal/', false],
    ['http://localhost/legacy/*', 'https://localhost/legacy/', false],
    ['http://10.1.2.3:8080/*', 'http://10.1.2.3:8080/aj', true],
    ['http://10.1.2.3:8080/*', 'http://10.1.2.3/aj', false],
    ['https://*.gov.cn/*', 'https://zf.lanting.gov.cn/x', true],
    ['https://*.gov.cn/*', 'https://gov.cn/x', true],
    ['https://*.gov.cn/*', 'https://evilgov.cn/x', false],
    ['https://*.gov.cn/*', 'https://gov.cn.evil.example/x', false],
  ])('%s and %s: %s', (pattern, address, matches) => {
    expect(patternMatches(pattern, address)).toBe(matches);
  });
});

describe('the adapter for a document', () => {
  const adapter = Adapter.parse(demo);
  const at = (url: string, origin = new URL(url).origin) => adapterFor([adapter], { url, origin });

  it('is found by address, and for a blank window by the origin that made it', () => {
    expect(at('http://localhost:1/legacy/ajgl/ajdetail.jsp')?.id).toBe('demo-frameset');
    expect(at('about:blank', 'http://localhost:1')?.id).toBe('demo-frameset');
    expect(at('about:blank', 'https://elsewhere.example')).toBeNull();
    expect(at('about:blank', 'null')).toBeNull();
  });

  it('is nobody where two claim the page', () => {
    const url = 'http://localhost/legacy/';
    expect(adapterFor([adapter, { ...adapter, id: 'b' }], { url, origin: '' })).toBeNull();
  });
});

it('refuses an adapter with code, an unknown field or an address for every site', () => {
  const broken = (change: object): boolean => Adapter.safeParse({ ...demo, ...change }).success;
  expect(broken({})).toBe(true);
  expect(broken({ script: 'alert(1)' })).toBe(false);
  expect(broken({ matches: ['<all_urls>'] })).toBe(false);
  expect(broken({ matches: ['*://*/*'] })).toBe(false);
  const [page] = demo.pages;
  const fields = [{ field: 'partyName', check: { as: 'text' }, locators: [] }];
  expect(broken({ pages: [{ ...page, fields }] })).toBe(false);
});
