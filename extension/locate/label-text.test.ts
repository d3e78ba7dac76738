import { expect, it } from 'vitest';
import { globMatches } from './glob.ts';
import { labelText } from './label-text.ts';

it.each([
  ['当　事　人：', '当事人', ''],
  [' * 当\u00a0事\u00a0人 :', '当事人', ''],
  ['货值金额（元）：', '货值金额', '元'],
  ['货值金额(万元)', '货值金额', '万元'],
  ['违法所得（单位：万元）', '违法所得', '万元'],
  ['罚款（人民币）', '罚款', '元'],
  ['法定代表人（负责人）', '法定代表人(负责人)', ''],
])('%s is the label %s with the unit “%s”', (raw, label, unit) => {
  expect(labelText(raw)).toEqual({ label, unit });
});

it('matches globs by their text', () => {
  expect(globMatches('/aj/*.jsp?id=*', '/aj/detail.jsp?id=7')).toBe(true);
  expect(globMatches('/aj/*.jsp', '/aj/detail.jspx')).toBe(false);
  expect(globMatches('/aj', '/aj/')).toBe(false);
  expect(globMatches('/a*a', '/a')).toBe(false);
});
