import { signText, statusListBody } from '@chidu/sdk/codes';
import { codeSymbol, pngCode } from '@chidu/sdk/codes/draw';
import { expect } from 'chai';
import type { SignedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';
import {
  accessible,
  bakery,
  find,
  mount,
  root,
  settled,
  signedBakery,
  steps,
  text,
  unlock,
  until,
} from './mount.ts';

const GENUINE =
  'trust:pass code:pass key:pass signature:pass rule:pass replay:pass log:unknown status:unknown';
const UNSIGNED = 'rule:unknown replay:unknown log:unknown status:unknown';

describe('<chidu-notice> tells', () => {
  let signed: SignedCase;
  before(async () => {
    signed = await signedBakery();
  });
  afterEach(() => document.body.replaceChildren());

  it('a genuine notice, and waits for four digits before it shows the penalty', async () => {
    const element = await mount(signed);
    expect(steps(element)).to.equal(GENUINE);
    expect(text(element, '.summary')).to.include('签名属实').and.include('示例区市场监督管理局');
    expect(text(element, '[role=status]')).to.include('签名属实');
    expect(text(element)).to.include('本页不收任何款项');
    expect(text(element, '[data-section=gate]')).to.include('核验码的最后四位');
    expect(root(element).querySelector('[data-section=decision]')).to.equal(null);
    for (const secret of ['67,500', '6.75万元', signed.checkCode, '从轻', '未取得'])
      expect(text(element)).not.to.include(secret);
    await accessible(element);
  });

  it('the signature as soon as it stands, and no verdict before the rest is done', async () => {
    const element = await mount(signed);
    const load = element.fetch;
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    element.fetch = async (request, init) => {
      if (String(request).endsWith('.json') && !String(request).endsWith('roots.json')) await held;
      return load(request, init);
    };
    const done = element.verify();
    await until(() => steps(element).includes(`signature:pass ${UNSIGNED}`));
    expect(steps(element)).to.equal(`trust:pass code:pass key:pass signature:pass ${UNSIGNED}`);
    expect(element.verdict).to.equal(null);
    expect(text(element, '[role=status]')).to.equal('正在核验……');
    expect(text(element, '[data-step=replay]')).to.include('正在核对');
    expect(text(element, '.summary')).to.include('签名属实').and.include('正在核对');
    expect(find(element, '.summary').dataset.tone).to.equal('unknown');
    await accessible(element);
    // What is being typed meanwhile stays.
    find<HTMLInputElement>(element, 'input[name=digits]').value = '12';
    release();
    expect(await done).to.equal(element.verdict);
    expect(steps(element)).to.equal(GENUINE);
    expect(find<HTMLInputElement>(element, 'input[name=digits]').value).to.equal('12');
  });

  it('wrong digits as wrong, and keeps the penalty to itself', async () => {
    const element = await mount(signed);
    const right = signed.checkCode.slice(-4);
    await unlock(element, right === '0000' ? '0001' : '0000');
    expect(text(element, '[role=alert]')).to.include('不符');
    expect(root(element).activeElement).to.equal(find(element, 'input[name=digits]'));
    await unlock(element, '12');
    expect(text(element, '[role=alert]')).to.include('四位数字');
    expect(root(element).querySelector('[data-section=decision]')).to.equal(null);
    await accessible(element);
  });

  it('after the digits, what was decided, why, and what the law says', async () => {
    const element = await mount(signed);
    await unlock(
      element,
      ` ${signed.checkCode.slice(-4)}`.replace(/\d/, (d) => '０１２３４５６７８９'[Number(d)] ?? d),
    );
    expect(root(element).activeElement?.textContent).to.equal('准备怎样处罚，为什么');
    const decision = text(element, '[data-section=decision]');
    for (const part of [
      '67,500.00元（6.75万元）',
      '一般处罚',
      '35分',
      '主观过错',
      '重大过失',
      '询问笔录',
      '示例',
    ])
      expect(decision).to.include(part);
    expect(find(element, '.drawing svg').getAttribute('aria-label'))
      .to.include('5万元至10万元')
      .and.include('6.5万元至8.5万元')
      .and.include('6.75万元');
    const law = text(element, '[data-section=law]');
    expect(law)
      .to.include('《食品安全法》（2025-09-12修正）第122条第1款')
      .and.include('2025年12月1日起施行');
    await settled();
    await accessible(element);
  });

  it('the words of the clause, where the portal has them, with their source', async () => {
    const element = await mount(signed, { gate: 'off' });
    await until(() => text(element, '[data-section=law]').includes('处罚依据'));
    expect(root(element).querySelector('[data-clause]')).to.equal(null);
    const asked: unknown[] = [];
    element.clauseWords = async (clause, from) => {
      asked.push(clause, from);
      return { words: '未取得食品生产经营许可……\n<b>由县级以上</b>', source: '国家法律法规数据库' };
    };
    await element.verify();
    await until(() => root(element).querySelector('[data-clause]') !== null);
    const { basis, from } = signed.rule.statute;
    expect(asked).to.deep.equal([basis, from]);
    const clause = text(element, '[data-section=law] [data-clause]');
    expect(clause).to.include('<b>由县级以上</b>').and.include('来源：国家法律法规数据库');
    expect(clause).to.include('条文不在签名之内');
    await accessible(element);
  });

  it('rights and, from the day of service, their last days', async () => {
    const element = await mount(signed);
    await settled();
    const rights = text(element, '[data-section=rights]');
    for (const part of [
      '陈述、申辩',
      '5个工作日',
      '要求听证',
      '60日',
      '6个月',
      '本级人民政府',
      '示例区人民政府行政复议局',
      // Where a statement is handed in, and what this page is not.
      '示例区市场监督管理局法规科',
      '是信息，不是法律意见',
      '12348',
    ])
      expect(rights).to.include(part);
    expect(rights).to.include('还没有开始');
    const served = find<HTMLInputElement>(element, 'input[type=date]');
    served.value = '2026-09-28';
    served.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled();
    // 29 and 30 September, 8, 9 and 10 October (a make-up day): the holiday of seven days does not count.
    const statement = () => text(element, '[data-right=statement]');
    expect(statement()).to.include('最后一天是2026年10月10日，已经过了');
    expect(statement()).to.include('视为放弃陈述申辩').and.include('收不收由机关决定');
    expect(statement()).not.to.include('机关必须复核');
    await accessible(element);
    // The 20th was a Friday: five working days are not over.
    served.value = '2026-11-20';
    served.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await settled();
    expect(statement()).to.include('最后一天：2026年11月27日').and.include('机关必须复核');
    expect(statement()).not.to.include('收不收由机关决定');
  });

  it('a decision without a gate, and its remedies from service', async () => {
    const decided = await signedBakery({ meta: { documentKind: 3 } });
    const element = await mount(decided);
    await settled();
    expect(text(element, '[data-section=decision]')).to.include('作出了什么决定');
    expect(root(element).querySelector('[data-gate]')).to.equal(null);
    expect(root(element).querySelector('[data-right=statement]')).to.equal(null);
    expect(text(element, '[data-right=pay]')).to.include('15日');
    expect(text(element, '[data-right=reconsider]')).to.include('从收到这份文书的次日起算');
    await accessible(element);
  });

  it('no gate where the authority switched it off', async () => {
    const element = await mount(signed, { gate: 'off' });
    expect(text(element, '[data-section=decision]')).to.include('67,500.00元');
    expect(text(element)).to.include(signed.checkCode);
  });

  it('an altered digit', async () => {
    const at = 200;
    const digit = (Number(signed.text[at]) + 1) % 10;
    const code = signed.text.slice(0, at) + digit + signed.text.slice(at + 1);
    const element = await mount(signed, { code });
    expect(steps(element)).to.match(/:fail/).and.include(UNSIGNED);
    expect(text(element, '.summary')).to.include('没有通过核验').and.include('不要付款');
    expect(text(element, '[data-section=steps]')).to.include('换个办法核实').and.include('12345');
    for (const gone of ['gate', 'decision', 'law', 'rights'])
      expect(root(element).querySelector(`[data-section=${gone}]`), gone).to.equal(null);
    await accessible(element);
  });

  it('a key that is not on the list', async () => {
    const unlisted = await signedBakery({ unlisted: true });
    const element = await mount(unlisted);
    expect(steps(element)).to.equal(`trust:pass code:pass key:fail signature:unknown ${UNSIGNED}`);
    expect(text(element, '[data-step=key]')).to.include('不在信任名单里');
    await accessible(element);
  });

  it('a missing list as not known, not as forged', async () => {
    const element = await mount(signed, {}, { list: null });
    expect(steps(element)).to.equal(
      `trust:unknown code:pass key:unknown signature:unknown ${UNSIGNED}`,
    );
    expect(text(element, '.summary')).to.include('还不能判断真假');
    await accessible(element);
  });

  it('a list that the pinned roots did not sign', async () => {
    const other = await signedBakery();
    const element = await mount(signed, {}, { list: other.list });
    expect(text(element, '[data-step=trust]')).to.include('没有通过核验');
    expect(text(element, 'details')).to.include('trust-quorum');
    expect(steps(element)).to.include('trust:unknown').and.include('key:unknown');
  });

  it('a stale list', async () => {
    const stale = await signedBakery({ list: { nextUpdate: '2026-11-20T00:00:00Z' } });
    const element = await mount(stale);
    expect(steps(element)).to.equal(GENUINE.replace('trust:pass', 'trust:unknown'));
    expect(text(element, '[data-section=limits]')).to.include('已过更新日期');
    expect(find(element, '.summary').dataset.tone).to.equal('unknown');
    expect(text(element, '.summary')).to.include('有没有被撤销，现在不知道');
    await accessible(element);
  });

  it('a rule that is not found, with the bare numbers of the code', async () => {
    const element = await mount(signed, { gate: 'off' }, { rule: null });
    await settled();
    expect(steps(element)).to.include('signature:pass rule:unknown replay:unknown');
    expect(text(element, '[data-section=decision]'))
      .to.include('67,500.00元')
      .and.include('因素 1')
      .and.include('没有文字说明');
    expect(text(element, '[data-section=rights]')).to.include('没有取得');
    await accessible(element);
  });

  it('no network for the rule', async () => {
    const element = await mount(signed, {}, { rule: new TypeError('offline') });
    expect(text(element, '[data-step=rule]')).to.include('暂时取不到');
  });

  it('a rule with another hash', async () => {
    const { rule } = bakery();
    const element = await mount(
      signed,
      {},
      { rule: JSON.stringify({ ...rule, pack: { ...rule.pack, version: '9' } }) },
    );
    expect(steps(element)).to.include('signature:pass rule:fail replay:unknown');
    expect(text(element, '.summary')).to.include('裁量规则');
    await accessible(element);
  });

  it('arithmetic that does not come out, with both results', async () => {
    const off = await signedBakery({ forged: { range: { min: 6_400_000, max: 8_500_000 } } });
    const element = await mount(off, { gate: 'off' });
    expect(steps(element)).to.include('signature:pass rule:pass replay:fail');
    expect(text(element, '[data-step=replay]'))
      .to.include('64,000.00元')
      .and.include('65,000.00元');
    await accessible(element);
  });

  it('a code that was withdrawn', async () => {
    const withdrawn = await signedBakery({ meta: { statusIndex: 5 } });
    const { authority, signer } = withdrawn;
    const head = { authority, period: '2026', seq: 1, issued: '2026-11-20T00:00:00Z' };
    const body = statusListBody({ ...head, nextUpdate: '2026-12-01T00:00:00Z' }, [
      [5, 'withdrawn'],
    ]);
    const status = await signText(body, [signer]);
    const element = await mount(withdrawn, { status: '/status-of-this-test/' }, { status });
    expect(steps(element)).to.include('replay:pass').and.include('status:fail');
    expect(text(element, '.summary')).to.include('是否撤回或更正');
    expect(text(element, '[data-step=status]')).to.include('已经撤回');
    await accessible(element);
  });

  it('a page without a code', async () => {
    const element = await mount(signed, { code: '' });
    element.innerHTML = '<p>请拨打 12345 查询。</p>';
    element.removeAttribute('code');
    await element.ready;
    expect(text(element)).to.include('没有收到监督码');
    expect(root(element).querySelector('slot')).not.to.equal(null);
    await accessible(element);
  });

  it('a code that is typed or pasted, until the page brings another', async () => {
    const element = await mount(signed);
    element.removeAttribute('code');
    await element.ready;
    find<HTMLTextAreaElement>(element, 'textarea').value =
      ` https://fxjd.example.gov.cn/c#${signed.text}&appinstall=0`;
    find<HTMLFormElement>(element, '[data-entry]').requestSubmit();
    await until(() => element.verdict !== null);
    expect(steps(element)).to.equal(GENUINE);
    element.setAttribute('code', 'x');
    await element.ready;
    expect(steps(element)).to.include('code:fail');
  });

  it('a code found by what stands beside it on the paper', async () => {
    const asked: string[] = [];
    const lookup = (query: URLSearchParams) => {
      asked.push(`${query.get('document')} ${query.get('checkCode')}`);
      return signed.text;
    };
    const element = await mount(signed, { lookup: '/look-up-of-this-test' }, { lookup });
    element.removeAttribute('code');
    await element.ready;
    const enter = (typed: string) => {
      find<HTMLTextAreaElement>(element, 'textarea').value = typed;
      find<HTMLFormElement>(element, '[data-entry]').requestSubmit();
    };
    enter(`示市监罚告〔2026〕13号 ${signed.checkCode}`);
    await until(() => text(element, '[data-entry] .error').includes('没有查到'));
    enter(`示市监罚告[２０２６]12号 ${signed.checkCode.replaceAll('-', ' ')}`);
    await until(() => element.verdict !== null);
    expect(steps(element)).to.equal(GENUINE);
    expect(asked).to.deep.equal([
      `示市监罚告〔2026〕13号 ${signed.checkCode}`,
      `示市监罚告〔2026〕12号 ${signed.checkCode}`,
    ]);
  });

  it('a code in a photo, and a photo without one', async () => {
    const element = await mount(signed);
    element.removeAttribute('code');
    await element.ready;
    const choose = async (picture: Uint8Array) => {
      const files = new DataTransfer();
      files.items.add(new File([picture as BlobPart], 'notice.png', { type: 'image/png' }));
      const field = find<HTMLInputElement>(element, 'input[type=file]');
      field.files = files.files;
      field.dispatchEvent(new Event('change'));
    };
    await choose(new Uint8Array([1, 2, 3]));
    await until(() => text(element, '[data-entry] .error').includes('没有读到'));
    await choose(pngCode(codeSymbol('https://fxjd.example.gov.cn', signed.text), 5));
    await until(() => element.verdict !== null);
    expect(steps(element)).to.equal(GENUINE);
  });

  it('a check kept as evidence, again where no host has its files', async () => {
    const element = await mount(signed);
    const evidence = await element.exportEvidence();
    element.remove();
    const later = await mount(signed, { code: 'x' }, { list: null, rule: null });
    const files = new DataTransfer();
    files.items.add(new File([evidence as Blob], 'evidence.json', { type: 'application/json' }));
    const field = find<HTMLInputElement>(later, 'input[type=file]');
    field.files = files.files;
    field.dispatchEvent(new Event('change'));
    await until(() => later.verdict?.payload !== undefined && later.verdict.payload !== null);
    expect(steps(later)).to.equal(GENUINE);
    expect(text(later, '[data-section=steps]'))
      .to.include('2026年11月21日')
      .and.include('各项与当时相同');
    await accessible(later);
  });

  it('evidence whose list other roots signed as not to be trusted', async () => {
    const other = await signedBakery();
    const element = await mount(other);
    const evidence = await element.exportEvidence();
    element.remove();
    const here = await mount(signed, { code: 'x' }, { list: null, rule: null });
    const files = new DataTransfer();
    files.items.add(new File([evidence as Blob], 'evidence.json', { type: 'application/json' }));
    const drop = new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer: files });
    find(here, '[data-entry]').dispatchEvent(drop);
    await until(() => text(here, '[data-section=steps]').includes('重新核对'));
    expect(steps(here)).to.include('trust:unknown').and.include('key:unknown');
    expect(text(here, '[data-section=steps]')).to.include('与当时不同的有：信任名单');
  });
});
