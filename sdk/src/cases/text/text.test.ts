import { expect, test } from 'vitest';
import { parseArticle, parseCount } from './article-number.ts';
import { issuesIn } from './issues.ts';
import { maskAccidents } from './masking.ts';
import { sectionsOf } from './sections.ts';
import { bigramKey, bigramOf, namedKey } from './term-key.ts';
import { emptyTerms, readTerms } from './terms.ts';

const words = (text: string) => {
  const { from, to, count } = readTerms(text, emptyTerms());
  return Array.from({ length: count }, (_, i) => text.slice(from[i], to[i]));
};

test('bigrams run between signs; numbers and masked names are gaps', () => {
  expect(words('销售过期食品12包，张某某在场')).toEqual([
    '销售',
    '售过',
    '过期',
    '期食',
    '食品',
    '在场',
  ]);
  expect(words('型号 GB2760 标准')).toEqual(['型号', 'GB2760', '标准']);
});

test('amounts of one order are one term, however they are written', () => {
  const key = (text: string) => {
    const { keys, count } = readTerms(text, emptyTerms());
    return count > 0 ? keys[0] : null;
  };
  expect(key('12,000元')).toBe(key('1.2万元'));
  expect(key('12,000元')).toBe(key('1.5万元'));
  expect(key('12,000元')).not.toBe(key('120,000元'));
  expect(key('12,000')).toBeNull();
});

test('a bigram can be read back and never meets a named term', () => {
  const key = bigramKey('食'.charCodeAt(0), '品'.charCodeAt(0));
  expect(bigramOf(key)).toBe('食品');
  for (const name of ['violation:food', '¥7', 'abc']) expect(bigramOf(namedKey(name))).toBeNull();
});

test('what joins cases by accident is blanked in place', () => {
  const text = '2021年3月5日，被告人陈晓东在棠溪市东湖区人民路12号附近，陈晓东持刀威胁店员。';
  const masked = maskAccidents(text);
  expect(masked).toHaveLength(text.length);
  expect(masked).not.toMatch(/陈晓东|棠溪|东湖|2021/);
  expect(masked).toContain('持刀威胁店员');
});

test('a judgment and a penalty decision are split at their phrases', () => {
  const judgment =
    '某市法院刑事判决书。经审理查明，被告人盗窃电缆。上述事实有证言证实。本院认为，其行为已构成盗窃罪。依照刑法，判决如下：判处拘役。如不服本判决，可上诉。';
  expect(sectionsOf(judgment)).toEqual({
    title: '某市法院刑事判决书。',
    facts: '经审理查明，被告人盗窃电缆。上述事实有证言证实。',
    basis: '，其行为已构成盗窃罪。依照刑法，',
    decision: '判处拘役。',
  });
  expect(sectionsOf('当事人销售过期食品。').facts).toBe('当事人销售过期食品。');
});

test('charges, causes of action and articles are read by name', () => {
  const found = issuesIn(
    '其行为已构成故意伤害罪。依照《中华人民共和国刑法》第二百三十四条第一款、第六十七条第三款之规定，犯故意伤害罪，判处。原告张三与被告李四民间借贷纠纷一案。',
  );
  expect(found).toContain('故意伤害罪');
  expect(found).toContain('民间借贷纠纷');
  expect(found).toContain('刑法 234');
  expect(found).toContain('刑法 67');
});

test('numbers of articles in both writings', () => {
  expect(['一百二十二', '十', '二十', '一千零一', '122'].map(parseCount)).toEqual([
    122, 10, 20, 1001, 122,
  ]);
  expect(parseCount('若干')).toBeNull();
  expect(parseArticle('第一百三十三条之一')).toBe('133-1');
  expect(parseArticle('第条')).toBeNull();
});
