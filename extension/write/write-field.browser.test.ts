import { expect } from 'chai';
import type { Adapter } from '../adapters/adapter.ts';
import { writeField } from './write-field.ts';

const ADAPTER: Adapter = {
  format: 'chidu-adapter/1',
  id: 'test',
  version: '1',
  title: { zh: '', en: '' },
  matches: ['http://localhost/*'],
  pages: [
    {
      id: 'detail',
      kind: 'case',
      text: ['拟罚款金额'],
      fields: [
        {
          field: 'fine',
          check: { as: 'fen' },
          locators: [{ by: 'label', text: ['拟罚款金额'] }],
          write: true,
        },
        {
          field: 'party',
          check: { as: 'text' },
          locators: [{ by: 'label', text: ['当事人'] }],
        },
      ],
    },
  ],
  samples: [],
};

const row = (control: string): string =>
  `<form id="f"><table><tr><td>拟罚款金额（元）</td><td>${control}</td></tr><tr><td>当事人</td><td><input id="p" value="甲厂"></td></tr></table><button>提交</button></form>`;

const write = (field: 'fine' | 'party', text: string) =>
  writeField(document, { adapter: ADAPTER, field, text });
const box = () => document.querySelector<HTMLInputElement>('#x') as HTMLInputElement;

describe('writing into a legacy page', () => {
  let submits = 0;
  const draw = (control: string): void => {
    submits = 0;
    document.body.innerHTML = row(control);
    document.querySelector('#f')?.addEventListener('submit', (event) => {
      submits += 1;
      event.preventDefault();
    });
  };
  afterEach(() => {
    expect(submits).to.equal(0);
    document.body.innerHTML = '';
  });

  it('goes through the events by which a drawn box fills its hidden twin', async () => {
    draw('<input id="x"><input type="hidden" id="twin">');
    const twin = document.querySelector<HTMLInputElement>('#twin') as HTMLInputElement;
    const heard: string[] = [];
    for (const type of ['focus', 'input', 'keyup', 'change', 'blur'])
      box().addEventListener(type, () => heard.push(type));
    box().addEventListener('blur', () => {
      twin.value = box().value;
    });
    expect(await write('fine', '12,800.00')).to.equal('kept');
    expect(twin.value).to.equal('12,800.00');
    expect(heard).to.deep.equal(['focus', 'input', 'keyup', 'change', 'blur']);
  });

  it('gets past a setter that a library put on the element', async () => {
    draw('<input id="x">');
    let tracked = '';
    Object.defineProperty(box(), 'value', {
      configurable: true,
      get: () => tracked,
      set: () => undefined,
    });
    box().addEventListener('input', () => {
      tracked = '100';
    });
    expect(await write('fine', '100')).to.equal('kept');
  });

  it('says when the page did not keep it, at once or later', async () => {
    draw('<input id="x" value="1.00">');
    box().addEventListener('change', () => {
      box().value = '1.00';
    });
    expect(await write('fine', '12800')).to.equal('not-kept');
    draw('<input id="x">');
    box().addEventListener('blur', () => setTimeout(() => box().remove(), 50));
    expect(await write('fine', '12800')).to.equal('not-kept');
  });

  it('writes a format of the page as kept', async () => {
    draw('<input id="x">');
    box().addEventListener('change', () => {
      box().value = '12,800';
    });
    expect(await write('fine', '12800')).to.equal('kept');
  });

  it('leaves alone what is locked, double, or not said to be writable', async () => {
    draw('<input id="x" readonly value="1">');
    expect(await write('fine', '2')).to.equal('read-only');
    expect(box().value).to.equal('1');
    draw('<input id="x"><input id="y">');
    expect(await write('fine', '2')).to.equal('ambiguous');
    expect(box().value).to.equal('');
    draw('<span id="x">1</span>');
    expect(await write('fine', '2')).to.equal('no-place');
    draw('<input id="x">');
    expect(await write('party', '乙厂')).to.equal(null);
    expect(document.querySelector<HTMLInputElement>('#p')?.value).to.equal('甲厂');
  });

  it('gives the focus back', async () => {
    draw('<input id="x">');
    const party = document.querySelector<HTMLInputElement>('#p');
    party?.focus();
    await write('fine', '1');
    expect(document.activeElement).to.equal(party);
  });
});
