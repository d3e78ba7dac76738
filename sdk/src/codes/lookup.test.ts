import { describe, expect, it } from 'vitest';
import { ed25519Signer } from '../../../tests/conformance/signers.ts';
import { typicalPayload } from '../../../tests/conformance/typical.ts';
import { codeIndex, lookUpCode, normalCheckCode } from './lookup.ts';
import { signCode } from './sign.ts';
import { codeUrl } from './text.ts';

const signer = ed25519Signer('lookup');
const code = await signCode(typicalPayload, signer);
const other = await signCode(
  { ...typicalPayload, document: '甲市监罚先告〔2026〕第000124号' },
  signer,
);
const index = codeIndex([code.text, codeUrl('https://fxjd.example.gov.cn', other.text), 'no code']);

describe('looking a code up by what is printed beside it', () => {
  it.each([
    ['as printed', typicalPayload.document, code.checkCode],
    [
      'typed with other brackets and spaces',
      ' 甲市监罚先告[2026] 第000123号',
      code.checkCode.replaceAll('-', ' '),
    ],
    [
      'typed in full width',
      '甲市监罚先告（２０２６）第０００１２３号',
      code.checkCode.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)),
    ],
    ['typed without marks', typicalPayload.document, code.checkCode.replaceAll('-', '')],
  ])('gives the same code: %s', async (_, document, checkCode) => {
    expect(await lookUpCode({ document, checkCode }, index)).toEqual({ ok: true, text: code.text });
  });

  it.each([
    ['check-code', typicalPayload.document, '1234'],
    ['check-code', typicalPayload.document, '1234-5678-901x'],
    ['document', ' ', code.checkCode],
    ['not-found', typicalPayload.document, '0000-0000-0000'],
    ['not-found', '甲市监罚先告〔2026〕第000124号', code.checkCode],
  ])('says %s', async (reason, document, checkCode) => {
    expect(await lookUpCode({ document, checkCode }, index)).toEqual({ ok: false, reason });
  });

  it('does not trust whoever keeps the codes', async () => {
    const query = { document: typicalPayload.document, checkCode: code.checkCode };
    for (const answer of [other.text, 'rubbish', code.text.replace(/^1/, '2')]) {
      expect(await lookUpCode(query, async () => answer)).toEqual({
        ok: false,
        reason: 'mismatch',
      });
    }
  });

  it('reads a check code in one form', () => {
    expect(normalCheckCode('2015 8489 6281')).toBe('2015-8489-6281');
    expect(normalCheckCode('201584896281')).toBe('2015-8489-6281');
    expect(normalCheckCode('2015-8489-628')).toBeNull();
  });
});
