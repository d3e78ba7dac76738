import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseMoney, unitOfLabel } from './money.ts';
import { formatFen, formatFenCapital, formatFenShort } from './money-text.ts';

const fen = (text: string, unit?: 'yuan' | 'wan-yuan') => {
  const reading = parseMoney(text, unit === undefined ? {} : { unit });
  return reading.ok ? reading.fen : reading.issue.code;
};

describe('amounts as pages write them', () => {
  it.each([
    ['37500', 3750000],
    ['37,500.00', 3750000],
    ['37,500.00元', 3750000],
    ['３７，５００元', 3750000],
    ['３７５００．５０', 3750050],
    ['¥37,500', 3750000],
    ['人民币37500元整', 3750000],
    ['RMB 1,234.5', 123450],
    ['3.75万元', 3750000],
    ['3.75 万', 3750000],
    ['5千元', 500000],
    ['3百万元', 300000000],
    ['1.2亿元', 12000000000],
    ['0.00', 0],
    ['0', 0],
    ['0.29元', 29],
    ['0.000001万元', 1],
    ['叁万柒仟伍佰元整', 3750000],
    ['叁万柒仟伍佰圆正', 3750000],
    ['人民币叁万柒仟伍佰元整', 3750000],
    ['三万七千五百元', 3750000],
    ['十五元', 1500],
    ['拾万元', 10000000],
    ['贰拾万零伍元', 20000500],
    ['壹亿零叁拾元', 10000003000],
    ['一万二千亿元', 120000000000000],
    ['叁万元零伍分', 3000005],
    ['柒元伍角', 750],
    ['零元', 0],
    ['两千元', 200000],
  ])('%s', (text, expected) => {
    expect(fen(text)).toBe(expected);
  });

  it('takes the unit of a bare number from the label, never over the text’s own', () => {
    expect(fen('3.75', 'wan-yuan')).toBe(3750000);
    expect(fen('37500元', 'wan-yuan')).toBe(3750000);
    expect(fen('3.75万', 'wan-yuan')).toBe(3750000);
    expect(fen('三', 'wan-yuan')).toBe(3000000);
    expect(unitOfLabel('货值金额（万元）')).toBe('wan-yuan');
    expect(unitOfLabel('违法所得(元)')).toBe('yuan');
    expect(unitOfLabel('单位元')).toBe('yuan');
    expect(unitOfLabel('货值金额')).toBeNull();
  });

  it.each([
    ['约三万', 'amount-vague'],
    ['约30000元', 'amount-vague'],
    ['3万余元', 'amount-vague'],
    ['十几万元', 'amount-vague'],
    ['三万元左右', 'amount-vague'],
    ['不足一万元', 'amount-vague'],
    ['1万元以上', 'amount-vague'],
    ['≥10000', 'amount-vague'],
    ['', 'amount-empty'],
    ['  ', 'amount-empty'],
    ['—', 'amount-empty'],
    ['/', 'amount-empty'],
    ['无', 'amount-text'],
    ['1-3万元', 'amount-text'],
    ['-500', 'amount-text'],
    ['3,75', 'amount-text'],
    ['37,5000', 'amount-text'],
    ['1.234元', 'amount-text'],
    ['1e5', 'amount-text'],
    ['三万五', 'amount-text'],
    ['一百五元', 'amount-text'],
    ['三五元', 'amount-text'],
    ['万元', 'amount-text'],
    ['人民币', 'amount-text'],
    ['十角', 'amount-text'],
    ['三万七千五百', 'amount-text'],
    ['37500美元', 'amount-text'],
    ['3 7500', 'amount-text'],
    ['99999999999999999元', 'amount-range'],
  ])('%s is refused as %s', (text, code) => {
    expect(fen(text)).toBe(code);
  });
});

const amount = fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });

describe('written and read again', () => {
  it.each([
    ['37,500.00元', formatFen],
    ['3.75万元', formatFenShort],
    ['叁万柒仟伍佰元整', formatFenCapital],
  ])('%s', (expected, format) => {
    expect(format(3750000)).toBe(expected);
    fc.assert(
      fc.property(amount, (value) => fen(format(value)) === value),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it('reads every decimal text as BigInt does', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 90_000_000_000_000n }),
        fc.integer({ min: 0, max: 99 }),
        (yuan, cent) => {
          const text = `${yuan}.${String(cent).padStart(2, '0')}`;
          return BigInt(fen(text) as number) === yuan * 100n + BigInt(cent);
        },
      ),
      { seed: 20261121, numRuns: 2000 },
    );
  });

  it('keeps the forms of zero and of small amounts apart', () => {
    expect([formatFen(0), formatFenShort(0), formatFenCapital(0)]).toEqual([
      '0.00元',
      '0元',
      '零元整',
    ]);
    expect(formatFenCapital(5)).toBe('伍分');
    expect(formatFenCapital(3000005)).toBe('叁万元零伍分');
    expect(formatFenCapital(10000003000)).toBe('壹亿零叁拾元整');
    expect(formatFenShort(123450)).toBe('1,234.5元');
  });

  it('refuses what is no amount', () => {
    expect(() => formatFen(1.5)).toThrow(expect.objectContaining({ code: 'amount-range' }));
    expect(() => formatFen(-1)).toThrow(expect.objectContaining({ code: 'amount-range' }));
  });

  it('never throws on any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        parseMoney(text);
      }),
      { seed: 20261121, numRuns: 5000 },
    );
  });
});
