import statutes from '@chidu/sdk/packs/statutes.json' with { type: 'json' };
import type { Citation } from '@chidu/sdk/rules';
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

/** 122 → 一百二十二; the articles cited here stay below 200. */
function chineseNumber(number: number): string {
  const digits = '零一二三四五六七八九';
  const below100 = (rest: number, inner: boolean): string => {
    const tens = Math.floor(rest / 10);
    const ten =
      tens === 0
        ? inner && rest > 0
          ? '零'
          : ''
        : tens === 1 && !inner
          ? '十'
          : `${digits[tens]}十`;
    return ten + (rest % 10 === 0 ? '' : digits[rest % 10]);
  };
  return number < 100 ? below100(number, false) : `一百${below100(number - 100, true)}`;
}

it.each(VIOLATIONS)(
  'the old dictionary cites for $violation what the statute book has',
  (entry) => {
    const statute = statutes.statutes.find(
      ({ violation, from, to }) =>
        violation === entry.violation && from <= '2026-11-21' && (to === null || to > '2026-11-21'),
    );
    const { law, article, paragraph, item }: Citation =
      statute?.basis ?? expect.fail('not in the book');
    const unit = (number: number | undefined, name: string) =>
      number === undefined ? '' : `第${chineseNumber(number)}${name}`;
    expect(entry.basis).toContain(
      `${law}》${unit(article, '条')}${unit(paragraph, '款')}${unit(item, '项')}`,
    );
    const prohibited: Citation[] = statute?.prohibition ?? [];
    expect(
      prohibited.some((cited) =>
        entry.prohibition.includes(`${cited.law}》${unit(cited.article, '条')}`),
      ),
    ).toBe(true);
  },
);
