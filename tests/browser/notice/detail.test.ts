import { sha256 } from '@chidu/sdk/text';
import { expect } from 'chai';
import type { SignedCase } from '../../../sdk/src/verdict/fixtures/signed-case.ts';
import type { ChiduNotice } from '../../../widget/src/element.tsx';
import { accessible, find, mount, root, SERVICE, signedBakery, text, until } from './mount.ts';

const DOCUMENT = new TextEncoder().encode('现场检查笔录摘要（虚构）');
const PARTY = { name: '示例面包店', idNumber: '92330106MA0000000X' };

describe('the detail document', () => {
  let signed: SignedCase;
  before(async () => {
    signed = await signedBakery({ meta: { detail: await sha256(DOCUMENT) } });
  });
  afterEach(() => document.body.replaceChildren());

  const open = async (content: Uint8Array): Promise<ChiduNotice> => {
    const element = await mount(
      signed,
      { gate: 'off', service: SERVICE },
      {
        service: (path, body) => {
          if (path !== '/v1/party/detail') return null;
          const { code, name, idNumber } = body as Record<string, string>;
          const right = code === signed.text && name === PARTY.name && idNumber === PARTY.idNumber;
          const answer = right
            ? { content: btoa(String.fromCharCode(...content)), type: 'text/plain' }
            : { content: null, type: null };
          const headers = { 'content-type': 'application/json' };
          return new Response(JSON.stringify(answer), { headers });
        },
      },
    );
    await until(() => root(element).querySelector('[data-detail]') !== null);
    return element;
  };
  const ask = (element: ChiduNotice, name: string, number: string) => {
    find<HTMLInputElement>(element, '#party-name').value = name;
    find<HTMLInputElement>(element, '#party-number').value = number;
    find<HTMLFormElement>(element, '[data-detail]').requestSubmit();
  };
  const told = (element: ChiduNotice) => text(element, '[data-section=detail]');

  it('opens for whoever names the party as registered', async () => {
    const element = await open(DOCUMENT);
    await accessible(element);
    ask(element, PARTY.name, PARTY.idNumber);
    await until(() => told(element).includes('现场检查笔录摘要'));
    expect(told(element)).to.include('与签发时的是同一份');
    await accessible(element);
  });

  it('stays closed for anybody else, and says so', async () => {
    const element = await open(DOCUMENT);
    ask(element, PARTY.name, '');
    await until(() => told(element).includes('都填上'));
    expect(root(element).activeElement).to.equal(find(element, '#party-number'));
    ask(element, PARTY.name, '92330106MA0000001X');
    await until(() => told(element).includes('打不开'));
    expect(told(element)).not.to.include('现场检查笔录摘要');
    await accessible(element);
  });

  it('is not shown where it is not the one that was signed', async () => {
    const element = await open(new TextEncoder().encode('另一份'));
    ask(element, PARTY.name, PARTY.idNumber);
    await until(() => told(element).includes('不是同一份'));
    expect(told(element)).not.to.include('另一份');
  });

  it('is not asked for where the code names none', async () => {
    const plain = await signedBakery();
    const element = await mount(plain, { gate: 'off', service: SERVICE }, { service: () => null });
    await until(() => root(element).querySelector('[data-objecting]') !== null);
    expect(root(element).querySelector('[data-section=detail]')).to.equal(null);
  });
});
