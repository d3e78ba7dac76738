import { expect } from 'chai';
import { type SignedCase, signedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';
import { accessible, bakery, find, mount, steps, text } from './mount.ts';

const PASSES = 'trust:pass code:pass key:pass signature:pass rule:pass replay:pass';

describe('when trust moves', () => {
  let signed: SignedCase;
  before(async () => {
    signed = await signedCase(bakery());
  });
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());

  it('asks the next mirror where one has no list or cannot be reached', async () => {
    const element = await mount(signed);
    const load = element.fetch;
    const asked: string[] = [];
    element.fetch = async (request, init) => {
      const { pathname } = new URL(String(request));
      asked.push(pathname);
      if (pathname.startsWith('/gone/')) return new Response('', { status: 404 });
      if (pathname.startsWith('/down/')) throw new TypeError('no network');
      return load(request, init);
    };
    element.setAttribute('trust-list', '/gone/list /down/list /codes-of-this-test/trust-list.txt');
    await element.ready;
    expect(steps(element)).to.include(PASSES);
    expect(asked.filter((path) => path.includes('list'))).to.deep.equal([
      '/gone/list',
      '/down/list',
      '/codes-of-this-test/trust-list.txt',
    ]);
  });

  it('refuses a list older than one it has seen, and says against what it checked', async () => {
    const element = await mount(signed);
    expect(text(element, 'details')).to.include('no. 12');
    element.remove();
    const name = `chidu-trust-${signed.roots.holders[0]?.ed25519.slice(-16)}`;
    const seen = JSON.parse(localStorage.getItem(name) ?? '{}');
    localStorage.setItem(name, JSON.stringify({ ...seen, seq: 13 }));
    const later = await mount(signed);
    expect(steps(later)).to.include('trust:unknown').and.include('key:unknown');
    expect(text(later, '.summary')).to.include('还不能判断真假');
    await accessible(later);
  });

  it('says of a list past its day that it may not be the last word, in the summary and the step', async () => {
    const stale = await signedCase({ ...bakery(), list: { nextUpdate: '2026-11-20T12:00:00Z' } });
    const element = await mount(stale);
    expect(steps(element)).to.include('trust:unknown').and.include('signature:pass');
    expect(text(element, '.summary')).to.include('信任名单已过更新日期');
    expect(find(element, '.summary').dataset.tone).to.equal('unknown');
  });

  it('says of a host that hands out another rule that its file was changed', async () => {
    const rule = JSON.stringify(signed.rule).replaceAll('5000000', '9000000');
    const element = await mount(signed, { gate: 'off' }, { rule });
    expect(steps(element)).to.include('signature:pass rule:fail');
    expect(text(element, '[data-step=rule]')).to.include('文件被换过');
    expect(text(element, '.summary')).to.include('不符');
    await accessible(element);
  });
});
