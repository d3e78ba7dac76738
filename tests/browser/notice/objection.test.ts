import { expect } from 'chai';
import type { SignedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';
import type { ChiduNotice } from '../../../widget/src/element.tsx';
import {
  accessible,
  find,
  mount,
  root,
  SERVICE,
  type Served,
  signedBakery,
  text,
  until,
} from './mount.ts';

const RECEIPT = {
  number: '1234-5678-9012-3456',
  state: 'received',
  receivedAt: '2026-11-21T03:00:00Z',
  place: { authority: '11330106002489128X', year: 2026, index: 41 },
  proof: 'c2sp.org/tlog-proof@v1\n',
  due: { who: 'supervisor', day: '2026-11-27', bound: '2026-11-27', overdue: false },
  repeated: false,
  stopsNoClock: true,
  remedy: null,
};
const json = (value: unknown, status = 200) =>
  new Response(JSON.stringify(value), { status, headers: { 'content-type': 'application/json' } });

const forget = () =>
  new Promise<void>((done) => {
    const request = indexedDB.deleteDatabase('chidu-objections');
    request.onsuccess = () => done();
    request.onblocked = () => done();
  });

describe('objecting on the page', () => {
  let signed: SignedCase;
  /** What the service was handed. */
  let handed: { disputed: unknown[]; text: string; contact?: unknown }[];
  let online: boolean;
  const service: Served['service'] = (path, body) => {
    if (!online) return null;
    if (path === '/v1/objections') handed.push(body as (typeof handed)[number]);
    if (path === '/v1/objections') return json(RECEIPT, 201);
    if (path.startsWith('/v1/recipients/')) return json({ error: 'recipient-unknown' }, 404);
    return json({
      codeId: '',
      caseNumber: '示市监案〔2026〕31号',
      status: 'valid',
      issued: '2026-11-20',
      entries: [],
      firstViewedAt: null,
      decision: null,
      remedy: null,
      objections: [
        {
          ...RECEIPT,
          disputed: [{ kind: 'amount' }],
          state: 'answered',
          escalated: false,
          steps: [],
          answer: { at: '2026-12-01T00:00:00Z', result: 'partly-upheld', text: '积分改为10分。' },
        },
      ],
    });
  };
  const open = async (lang = 'zh'): Promise<ChiduNotice> => {
    const element = await mount(signed, { gate: 'off', service: SERVICE, lang }, { service });
    await until(() => root(element).querySelector('[data-objecting]') !== null);
    return element;
  };
  const write = async (element: ChiduNotice, reasons: string) => {
    find<HTMLInputElement>(element, '#about input').click();
    const field = find<HTMLTextAreaElement>(element, '#reasons');
    field.value = reasons;
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((wait) => setTimeout(wait, 50));
  };
  const submit = (element: ChiduNotice) =>
    find<HTMLFormElement>(element, '[data-objecting]').requestSubmit();
  const state = (element: ChiduNotice) =>
    root(element).querySelector<HTMLElement>('[data-sent]')?.dataset.sent;

  before(async () => {
    signed = await signedBakery();
  });
  beforeEach(async () => {
    handed = [];
    online = true;
    await forget();
  });
  afterEach(() => document.body.replaceChildren());

  it('is not offered where the portal names no service, nor before the four digits', async () => {
    const plain = await mount(signed, { gate: 'off' });
    const locked = await mount(signed, { service: SERVICE }, { service });
    for (const element of [plain, locked])
      expect(root(element).querySelector('[data-objecting]')).to.equal(null);
    await until(() => text(plain, '[data-section=object]').includes('示例区司法局行政执法监督科'));
  });

  it('says what it is not, before the form', async () => {
    const element = await open();
    const told = text(element, '[data-section=object]');
    expect(told).to.include('异议不是陈述申辩').and.include('也不会让它们的期限停下来');
    expect(told.indexOf('异议不是陈述申辩')).to.be.below(told.indexOf('在线提出异议'));
    await accessible(element);
  });

  it('opens no store before the reader turns to the form', async () => {
    const stored = async () =>
      (await indexedDB.databases()).some(({ name }) => name === 'chidu-objections');
    const element = await open();
    expect(await stored()).to.equal(false);
    // Of two pages that run at a time only one has the focus, and in the other `focus()` tells nobody.
    find(element, '#reasons').dispatchEvent(
      new FocusEvent('focusin', { bubbles: true, composed: true }),
    );
    while (!(await stored())) await new Promise((wait) => setTimeout(wait, 50));
  });

  it('names every fault, takes the focus to them, and from there to the field', async () => {
    const element = await open();
    submit(element);
    await until(() => root(element).querySelector('[data-errors]') !== null);
    expect(root(element).activeElement).to.equal(find(element, '[data-errors]'));
    const faults = [...root(element).querySelectorAll<HTMLElement>('[data-errors] button')];
    expect(faults.map(({ textContent }) => textContent)).to.deep.equal([
      '请至少选一项有异议的内容。',
      '请写理由。',
    ]);
    const reasons = find(element, '#reasons');
    expect(reasons.getAttribute('aria-invalid')).to.equal('true');
    expect(text(element, '#reasons-error')).to.equal('请写理由。');
    faults[1]?.click();
    expect(root(element).activeElement).to.equal(reasons);
    expect(handed).to.deep.equal([]);
    await accessible(element);
  });

  it('is handed in once, however often the button is pressed, and shows the receipt', async () => {
    const element = await open();
    await write(element, '危害后果认定不对。\n已经当场改正。');
    for (let i = 0; i < 3; i += 1) submit(element);
    await until(() => state(element) === 'received');
    expect(handed.length).to.equal(1);
    expect(handed[0]).to.deep.include({
      disputed: [{ kind: 'factor', factor: 1 }],
      text: '危害后果认定不对。\n已经当场改正。',
    });
    const told = text(element, '[data-sent]');
    for (const part of [
      RECEIPT.number,
      '已收到',
      '2026年11月27日',
      '第41条',
      '不会让任何期限停下来',
    ])
      expect(told).to.include(part);
    expect(find<HTMLTextAreaElement>(element, '#reasons').value).to.equal('');
    await accessible(element);
  });

  it('keeps a draft over a reload', async () => {
    const element = await open();
    await write(element, '还没有写完');
    element.remove();
    const again = await open();
    await until(() => find<HTMLTextAreaElement>(again, '#reasons').value === '还没有写完');
    expect(find<HTMLInputElement>(again, '#about input').checked).to.equal(true);
    expect(text(again, '[data-objecting]')).to.include('没有提交');
    expect(handed).to.deep.equal([]);
  });

  it('waits for a network, and is sent when there is one', async () => {
    const element = await open();
    online = false;
    await write(element, '没有网络时提交');
    submit(element);
    await until(() => state(element) === 'waiting');
    expect(text(element, '[data-sent]')).to.include('有网络时会自动送出');
    await accessible(element);
    online = true;
    dispatchEvent(new Event('online'));
    await until(() => state(element) === 'received');
    expect(handed.length).to.equal(1);
  });

  it('tells state and answer by the same code, when asked', async () => {
    const element = await open('en');
    await until(() => text(element).includes('Ask for state and answer'));
    const ask = [...root(element).querySelectorAll('button')].find(
      ({ textContent }) => textContent === 'Ask for state and answer',
    );
    ask?.click();
    await until(() => state(element) === 'received');
    const told = text(element, '[data-sent]');
    expect(text(element, '[data-objection]')).to.include('Case number示市监案〔2026〕31号');
    expect(told).to.include('Answered').and.include('Partly upheld').and.include('积分改为10分');
    await accessible(element);
  });

  it('leaves no contact where no supervision body vouches for a key', async () => {
    const element = await open();
    const more = find<HTMLDetailsElement>(element, '[data-objecting] details');
    more.open = true;
    await until(() => more.textContent?.includes('取不到监督机构的加密公钥') ?? false);
    expect(find<HTMLInputElement>(element, '#telephone').disabled).to.equal(true);
  });
});
