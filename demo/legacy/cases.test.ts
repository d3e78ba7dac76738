import { parseMoney } from '@chidu/sdk/text';
import { expect, it } from 'vitest';
import { AUTHORITY, CASES, VIOLATIONS } from './cases.ts';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** GB 32100-2015: weights 3^i mod 31, the check character makes the sum divisible by 31. */
function checkCharacter(body: string): string | undefined {
  let sum = 0;
  let weight = 1;
  for (const character of body) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31];
}

it('has ten cases, each with its own numbers', () => {
  expect(CASES).toHaveLength(10);
  for (const key of ['ajid', 'ajbh', 'gzswh', 'zjhm'] as const) {
    expect(new Set(CASES.map((it) => it[key])).size).toBe(10);
  }
});

it.each([AUTHORITY.code, ...CASES.map(({ zjhm }) => zjhm)])(
  'credit code %s is well formed, of a region that does not exist',
  (code) => {
    expect(code.slice(2, 6)).toBe('9901');
    expect(code).toHaveLength(18);
    expect(code.slice(17)).toBe(checkCharacter(code.slice(0, 17)));
  },
);

it('has one case just under and one at the threshold of 食品安全法 122', () => {
  const values = CASES.filter(({ expected }) => expected.violation === 'food-unlicensed-operation');
  expect(values.map(({ expected }) => expected.money.goodsValue)).toEqual([999_900, 1_000_000]);
});

it.each(CASES)('case $ajid names a violation of the dictionary', (row) => {
  const entry = VIOLATIONS.find(({ code }) => code === row.wfxw);
  expect(entry?.violation).toBe(row.expected.violation);
});

it.each(CASES)('case $ajid was filed after the act', (row) => {
  expect(row.wffsrq <= row.larq).toBe(true);
  expect(row.expected.actDate).toBe(row.wfzzrq === '' ? null : row.wfzzrq);
  if (row.wfzzrq !== '') {
    expect(row.wffsrq <= row.wfzzrq && row.wfzzrq <= row.larq).toBe(true);
  }
});

it.each(CASES)('case $ajid: the amounts as typed are the expected fen', (row) => {
  const { money, refused } = row.expected;
  const read = (raw: string, unit: 'yuan' | 'wan-yuan' = 'yuan') => {
    if (raw === '') return undefined;
    const reading = parseMoney(raw, { unit });
    return reading.ok ? reading.fen : reading.issue.code;
  };
  const goods = read(row.hzje);
  const twin = read(row.hzjeHidden);
  if (row.hzjeHidden !== '' && goods !== twin) {
    expect(refused).toEqual([{ field: 'hzje', code: 'conflict' }]);
  } else if (typeof goods === 'string') {
    expect(refused).toEqual([{ field: 'hzje', code: goods }]);
  } else {
    expect(goods).toBe(money.goodsValue);
  }
  expect(read(row.wfsd)).toBe(money.illegalGains);
  expect(read(row.wfjye, 'wan-yuan')).toBe(money.illegalTurnover);
  expect(read(row.ggfy)).toBe(money.adFee);
});
