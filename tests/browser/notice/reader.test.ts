import { expect } from 'chai';
import type { SignedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';
import type { ChiduNotice } from '../../../widget/src/element.tsx';
import { find, mount, root, settled, signedBakery, until } from './mount.ts';

/** Ten questions of a shopkeeper, the part of the page that answers, and one sentence there. widget/README.md lists them. */
const ANSWERS: readonly (readonly [question: string, section: string, answer: string])[] = [
  ['要我现在付钱吗', 'never-pay', '本页不收任何款项。'],
  ['这张文书是真的吗', 'steps', '签名属实：这枚码由示例区市场监督管理局签发，内容没有改动。'],
  [
    '谁要罚我，因为什么，罚多少',
    'decision',
    '示例区市场监督管理局认定您「未取得食品生产经营许可从事食品生产经营活动」，准备这样处罚：罚款6.75万元、没收违法所得、没收非法财物。现在还没有决定。',
  ],
  ['看了哪些情节', 'decision', '主观过错重大过失'],
  ['为什么不能更少', 'decision', '为什么不能更少：按裁量基准，这一档最低是6.5万元。'],
  [
    '法律怎么规定',
    'law',
    '依据是《食品安全法》（2025-09-12修正）第122条第1款，用的是2025年12月1日起施行的版本；本案情形下，法律允许罚款5万元至10万元。',
  ],
  ['到什么时候为止', 'rights', '陈述、申辩，收到这份文书后5个工作日内（最后一天：2026年11月27日）'],
  ['到哪里去说', 'rights', '示例区市场监督管理局法规科'],
  ['什么情况会不一样', 'outlook', '按这条规则，如果'],
  ['提异议会让期限停下来吗', 'object', '也不会让它们的期限停下来。'],
];

describe('a shopkeeper finds', () => {
  let signed: SignedCase;
  let element: ChiduNotice;
  before(async () => {
    signed = await signedBakery();
    element = await mount(signed, { gate: 'off' });
    await until(() =>
      ['outlook', 'object', 'decision'].every(
        (name) => root(element).querySelector(`[data-section=${name}]`) !== null,
      ),
    );
    const served = find<HTMLInputElement>(element, 'input[type=date]');
    served.value = '2026-11-20';
    served.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled();
  });
  after(() => document.body.replaceChildren());

  for (const [question, section, answer] of ANSWERS) {
    it(`${question}: one visible sentence`, () => {
      const part = find(element, `[data-section=${section}]`);
      const holding = [...part.querySelectorAll<HTMLElement>('*'), part].filter((each) =>
        (each.textContent ?? '').includes(answer),
      );
      expect(holding.length, part.textContent ?? '').to.be.greaterThan(0);
      for (const each of holding) expect(each.checkVisibility()).to.equal(true);
    });
  }

  it('the parts in the order in which they are asked for', () => {
    const order = [...root(element).querySelectorAll<HTMLElement>('[data-section]')];
    expect(order.map(({ dataset }) => dataset.section)).to.deep.equal([
      'never-pay',
      'steps',
      'decision',
      'law',
      'rights',
      'object',
      'outlook',
      'limits',
    ]);
  });

  it('one sentence a part, and the same ones copied and read aloud', async () => {
    const leads = [...root(element).querySelectorAll('[data-lead]')].map(
      ({ textContent }) => textContent ?? '',
    );
    expect(leads.length).to.equal(7);
    let copied = '';
    const said: string[] = [];
    Object.defineProperty(navigator, 'clipboard', {
      configurable: true,
      value: {
        writeText: async (written: string) => {
          copied = written;
        },
      },
    });
    Object.defineProperty(globalThis, 'speechSynthesis', {
      configurable: true,
      value: {
        speak: (each: SpeechSynthesisUtterance) => said.push(`${each.lang} ${each.text}`),
        cancel: () => undefined,
      },
    });
    const [read, copy] = [...find(element, '[data-aloud]').querySelectorAll('button')];
    copy?.click();
    await until(() => copied !== '');
    expect(copied).to.equal(leads.join('\n'));
    read?.click();
    await until(() => read?.textContent === '停止朗读');
    expect(said).to.deep.equal(leads.map((lead) => `zh-CN ${lead}`));
    read?.click();
    await until(() => read?.textContent === '读给我听');
  });
});
