import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { typicalPayload } from '../../../../tests/conformance/typical.ts';
import { generateOfficerKey, signCode, webCryptoSigner } from '../sign.ts';
import { captionLines, codeSymbol, noPaymentSentence, pngCode, svgCode } from './index.ts';

const PORTAL = 'https://fxjd.example.gov.cn';
const hasZbar = spawnSync('zbarimg', ['--version']).status === 0;

async function typicalText(): Promise<string> {
  const signer = await webCryptoSigner(await generateOfficerKey());
  return (await signCode(typicalPayload, signer)).text;
}

describe('drawing', () => {
  it('puts the digits in numeric mode: version 15 for a typical code at a prefix of 31 characters', async () => {
    const symbol = codeSymbol('https://zfjd.hangzhou.gov.cn', await typicalText());
    expect(symbol.version).toBeLessThanOrEqual(15);
    expect(symbol.large).toBe(false);
    expect(symbol.modules).toBe(17 + 4 * symbol.version);
  });

  it('says when a code is large and refuses one above version 18', () => {
    const of = (digits: number) => codeSymbol(PORTAL, `1${'7'.repeat(digits)}`);
    expect(of(1000)).toMatchObject({ version: 16, large: true });
    expect(() => of(1400)).toThrow(expect.objectContaining({ code: 'code-too-large' }));
  });

  it('has modules of 0.4233 mm and a quiet zone of 4', async () => {
    const symbol = codeSymbol(PORTAL, await typicalText());
    const svg = svgCode(symbol);
    const side = ((symbol.modules + 8) * 127) / 300;
    expect(svg).toContain(`width="${Number(side.toFixed(4))}mm"`);
    expect(svg).toContain(`viewBox="0 0 ${symbol.modules + 8} ${symbol.modules + 8}"`);
  });

  it('prints check code, document, host and the sentence against payment in the caption', async () => {
    const symbol = codeSymbol(PORTAL, await typicalText());
    const svg = svgCode(symbol, {
      checkCode: '2015-8489-6281',
      host: 'fxjd.example.gov.cn',
      document: '甲市监罚先告〔2026〕<1>号',
    });
    const text = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map((match) => match[1]).join('');
    expect(text).toContain('核验码 2015-8489-6281');
    expect(text).toContain('甲市监罚先告〔2026〕&#60;1&#62;号');
    expect(text).toContain('不收款');
    expect(text).toContain('fxjd.example.gov.cn');
  });

  it.each([
    [{}, '也可在 a.gov.cn 上传照片核验。'],
    [{ lookup: true }, '也可在 a.gov.cn 凭文号与核验码查询。'],
    [{ phone: '12345' }, '也可在 a.gov.cn 上传照片核验。拨打 12345 凭文号与核验码查询。'],
    [{ lookup: true, phone: '12345' }, '也可在 a.gov.cn 或拨打 12345 凭文号与核验码查询。'],
  ])('promises only the channels there are: %o', (channels, promise) => {
    const sentence = noPaymentSentence({ host: 'a.gov.cn', ...channels });
    expect(sentence).toBe(`本码只供核验和监督，不收款。${promise}`);
  });

  it('breaks a caption between phrases and keeps a document number whole from its year on', () => {
    const caption = { checkCode: '2015-8489-6281', host: 'zfjd.hangzhou.gov.cn', lookup: true };
    const linesOf = (document: string) =>
      captionLines({ ...caption, document }, 14).map(({ text }) => text);
    expect(linesOf('兰市监罚告〔2026〕138号').slice(1)).toEqual([
      '文号 兰市监罚告',
      '〔2026〕138号',
      '本码只供核验和监督，不收款。',
      '也可在',
      'zfjd.hangzhou.gov.cn',
      '凭文号与核验码查询。',
    ]);
  });

  it.runIf(hasZbar)('is read by zbarimg as the address that was signed', async () => {
    const text = await typicalText();
    const symbol = codeSymbol(PORTAL, text);
    const file = join(mkdtempSync(join(tmpdir(), 'chidu-draw-')), 'code.png');
    for (const dots of [3, 5, 10]) {
      writeFileSync(file, pngCode(symbol, dots));
      const read = execFileSync('zbarimg', ['--quiet', '--raw', file], { encoding: 'utf8' });
      expect(read.trim()).toBe(`${PORTAL}/c#${text}`);
    }
  });
});
