import { describe, expect, it } from 'vitest';
import { codeUrl, readCodeText } from './text.ts';

const text = `1${'0123456789'.repeat(5)}`;
const other = `1${'9876543210'.repeat(5)}`;
const found = { found: true, text };

describe('reading the text of a code', () => {
  it.each([
    ['bare', text],
    ['with white space around it', ` \t${text}\n`],
    ['glued on by a messenger', `${text}&appinstall=0`],
    ['fragment', `https://a.gov.cn/c#${text}`],
    ['fragment with glue', `https://a.gov.cn/c#${text}&appinstall=0`],
    ['fragment of any page', `https://a.gov.cn/verify/index.html?lang=zh#${text}`],
    ['capital scheme and host', `HTTPS://A.GOV.CN/c#${text}`],
    ['plain http', `http://a.gov.cn/c#${text}`],
    ['path', `https://a.gov.cn/c/${text}`],
    ['path with what browsers add', `https://a.gov.cn/c/${text}/?from=x#wechat_redirect`],
    ['query', `https://a.gov.cn/c?q=${text}`],
    ['query among others', `https://a.gov.cn/c?lang=zh&q=${text}&x=1`],
    ['query escaped', `https://a.gov.cn/c?q=%31${text.slice(1)}`],
    [
      'query with a whole address',
      `https://mini/?q=${encodeURIComponent(`https://a.gov.cn/c#${text}`)}`,
    ],
    [
      'query with a whole path address',
      `https://mini/?q=${encodeURIComponent(`https://a.gov.cn/c/${text}`)}`,
    ],
    [
      'query with a whole query address',
      `https://mini/?q=${encodeURIComponent(`https://a.gov.cn/c?q=${text}`)}`,
    ],
    ['query with white space around it', `https://a.gov.cn/c?q=%20${text}%0A`],
    ['fragment before path and query', `https://a.gov.cn/c/${other}?q=${other}#${text}`],
    ['path before query', `https://a.gov.cn/c/${text}?q=${other}`],
  ])('finds it: %s', (_, input) => {
    expect(readCodeText(input)).toEqual(found);
  });

  it.each([
    ['nothing', '', 'no-code'],
    ['words', 'hello', 'no-code'],
    ['an address without a code', 'https://a.gov.cn/c#top', 'no-code'],
    ['another path', `https://a.gov.cn/d/${text}`, 'no-code'],
    ['another scheme', `ftp://a.gov.cn/c#${text}`, 'no-code'],
    ['a space inside', `${text.slice(0, 20)} ${text.slice(20)}`, 'characters'],
    [
      'a tab inside an address',
      `https://a.gov.cn/c#${text.slice(0, 20)}\t${text.slice(20)}`,
      'characters',
    ],
    [
      'an escaped space in q',
      `https://a.gov.cn/c?q=${text.slice(0, 20)}%20${text.slice(20)}`,
      'characters',
    ],
    ['full-width digits inside', `${text}５`, 'characters'],
    ['too few digits', `1${'0'.repeat(39)}`, 'length'],
    ['too many digits', `1${'0'.repeat(3401)}`, 'length'],
    ['q decoded twice', `https://a.gov.cn/c?q=%2531${text.slice(1)}`, 'no-code'],
  ])('refuses %s', (_, input, reason) => {
    expect(readCodeText(input)).toEqual({ found: false, reason });
  });

  it.each(['0', '2', '9', '１', '２'])('names the format digit %s', (digit) => {
    expect(readCodeText(`https://a.gov.cn/c#${digit}${text.slice(1)}`)).toEqual({
      found: false,
      reason: 'format-digit',
      digit,
    });
  });

  it('takes 40 and 3,400 digits', () => {
    expect(readCodeText(`1${'0'.repeat(40)}`).found).toBe(true);
    expect(readCodeText(`1${'0'.repeat(3400)}`).found).toBe(true);
  });

  it.each(['fragment', 'path', 'query'] as const)('reads what codeUrl writes as %s', (form) => {
    expect(readCodeText(codeUrl('https://a.gov.cn', text, form))).toEqual(found);
  });

  it('refuses a portal that is not an origin in lower case', () => {
    expect(() => codeUrl('https://A.gov.cn', text)).toThrow(TypeError);
    expect(() => codeUrl('https://a.gov.cn/portal', text)).toThrow(TypeError);
  });
});
