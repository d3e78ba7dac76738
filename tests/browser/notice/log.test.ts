import { expect } from 'chai';
import { entryOf, ORIGIN, TestLog, TRUSTED_LOG } from '../../../sdk/src/log/fixtures/test-log.ts';
import { numbered } from '../../../sdk/src/log/fixtures/test-tree.ts';
import type { SignedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';
import { accessible, find, mount, signedBakery, text, until } from './mount.ts';

const receipts = '/receipts-of-this-test/';

describe('how the log stands', () => {
  let signed: SignedCase;
  let id: string;
  let log: TestLog;
  before(async () => {
    signed = await signedBakery({ list: TRUSTED_LOG });
    const element = await mount(signed);
    id = element.verdict?.codeId ?? '';
    element.remove();
    log = new TestLog(numbered(40));
    log.add(entryOf(id));
    for (const entry of numbered(20)) log.append(entry);
  });
  beforeEach(() => localStorage.clear());
  afterEach(() => document.body.replaceChildren());
  const open = async (served: Readonly<Record<string, string>>, lang = 'zh') => {
    const element = await mount(signed, { receipts, lang }, { receipts: served });
    await until(() => text(element, '[data-section=log]') !== '');
    return element;
  };

  it('names place, time and witnesses of the entry', async () => {
    const element = await open({ [id]: await log.receipt(40) });
    expect(find(element, '[data-step=log]').dataset.state).to.equal('pass');
    expect(text(element, '[data-section=log]'))
      .to.include('已登记在监督日志里')
      .and.include('第41条')
      .and.include('共61条')
      .and.include('justice.example.gov.cn')
      .and.include(ORIGIN);
    await accessible(element);
  });

  it('says that the log has no such entry, and that it cannot be reached, each as it is', async () => {
    const absent = await open({});
    expect(find(absent, '[data-step=log]').dataset.state).to.equal('fail');
    expect(text(absent, '[data-section=log] .lead')).to.include('没有这枚码的登记');
    absent.remove();
    const other = await open({ [id]: 'nothing of the kind' }, 'en');
    expect(find(other, '[data-step=log]').dataset.state).to.equal('unknown');
    await accessible(other);
  });

  it('keeps the largest checkpoint seen, and notices a log that does not go on from it', async () => {
    (await open({ [id]: await log.receipt(40) })).remove();
    const seen = localStorage.getItem(`chidu-log-${ORIGIN}`);
    expect(JSON.parse(seen ?? '{}').size).to.equal(61);
    // Another history of the same length, signed by the same keys.
    const forked = new TestLog(numbered(40));
    forked.add(entryOf(id, { time: 1 }));
    for (const entry of numbered(20)) forked.append(entry);
    const element = await open({ [id]: await forked.receipt(40) });
    expect(find(element, '[data-step=log]').dataset.state).to.equal('fail');
    expect(text(element, '[data-section=log] .lead')).to.include('日志可能被改写过');
    expect(localStorage.getItem(`chidu-log-${ORIGIN}`)).to.equal(seen);
  });

  it('stands in the evidence, and proves the entry where nothing can be reached', async () => {
    const element = await open({ [id]: await log.receipt(40) });
    const evidence = await element.exportEvidence();
    element.remove();
    const later = await mount(signed, { code: 'x' }, { list: null, rule: null });
    const files = new DataTransfer();
    files.items.add(new File([evidence as Blob], 'evidence.json', { type: 'application/json' }));
    const field = find<HTMLInputElement>(later, 'input[type=file]');
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
    await until(() => text(later, '[data-section=log]') !== '');
    expect(find(later, '[data-step=log]').dataset.state).to.equal('pass');
  });
});
