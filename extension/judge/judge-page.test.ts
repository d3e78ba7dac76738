import { describe, expect, it } from 'vitest';
import type { AdapterField } from '../adapters/adapter.ts';
import type { Found } from '../locate/reading.ts';
import { judgeField } from './judge-page.ts';

const AMOUNT: AdapterField = {
  field: 'facts.goodsValue',
  check: { as: 'fen' },
  locators: [
    { by: 'label', text: ['货值金额'] },
    { by: 'name', name: 'hzje' },
  ],
};
const PARTY: AdapterField = {
  field: 'party',
  check: { as: 'text' },
  locators: [{ by: 'label', text: ['当事人'] }],
};
const label = (raw: string, more: Partial<Found> = {}): Found => ({
  by: 'label',
  where: '货值金额',
  raw,
  unit: '',
  hidden: false,
  ...more,
});
const twin = (raw: string): Found => ({
  ...label(raw, { hidden: true }),
  by: 'name',
  where: 'hzje',
});
const judge = (...found: Found[][]) => judgeField(AMOUNT, found, new Set(['货值金额', '当事人']));

describe('judging what locators found', () => {
  it('takes the one value that passes, with the place it came from', () => {
    expect(judge([label('37,500.00元')], [])).toMatchObject({
      state: 'read',
      value: 3_750_000,
      healed: false,
      found: { by: 'label' },
    });
  });

  it('uses the unit of the label, unless the text has its own', () => {
    expect(judge([label('3.75', { unit: '万元' })], [])).toMatchObject({ value: 3_750_000 });
    expect(judge([label('37,500元', { unit: '万元' })], [])).toMatchObject({ value: 3_750_000 });
    expect(judge([label('2.4万元', { unit: '元' })], [])).toMatchObject({ value: 2_400_000 });
  });

  it('says when the first locator no longer finds it', () => {
    expect(judge([], [twin('37500.00')])).toMatchObject({ state: 'read', healed: true });
  });

  it('shows a contradiction instead of choosing', () => {
    expect(judge([label('37,500.00')], [twin('35700.00')])).toMatchObject({
      state: 'conflict',
      found: [{ raw: '37,500.00' }, { raw: '35700.00' }],
    });
    expect(judge([label('37,500.00')], [twin('37500')])).toMatchObject({ state: 'read' });
  });

  it('lets a hidden twin not stand in for what the page shows and is no value', () => {
    expect(judge([label('约三万')], [twin('30000.00')])).toMatchObject({
      state: 'refused',
      code: 'amount-vague',
    });
  });

  it('takes no value from several that differ, and one from several that agree', () => {
    expect(judge([label('1.00'), label('2.00')], [])).toMatchObject({ state: 'ambiguous' });
    expect(judge([label('1.00'), label('1元')], [])).toMatchObject({ state: 'read', value: 100 });
    expect(judge([label('1.00'), label('')], [])).toMatchObject({ state: 'ambiguous' });
  });

  it('keeps empty, zero and missing apart', () => {
    expect(judge([label('')], [])).toMatchObject({ state: 'empty' });
    expect(judge([label('0.00')], [])).toMatchObject({ state: 'read', value: 0 });
    expect(judge([], [])).toMatchObject({ state: 'missing' });
  });

  it('never takes the name of another field for a value', () => {
    const found = [[label('货值金额（元）：')]];
    expect(judgeField(PARTY, found, new Set(['货值金额', '当事人']))).toMatchObject({
      state: 'refused',
      code: 'label-instead',
    });
  });

  it('holds dates, choices and patterns to their form', () => {
    const as = (check: AdapterField['check'], raw: string) =>
      judgeField({ ...PARTY, check }, [[label(raw)]], new Set());
    expect(as({ as: 'day' }, '2026年3月5日')).toMatchObject({ value: '2026-03-05' });
    expect(as({ as: 'day' }, '2026-02-29')).toMatchObject({ code: 'date-text' });
    expect(as({ as: 'count' }, '１２ 个月')).toMatchObject({ state: 'refused' });
    expect(as({ as: 'count' }, '12次')).toMatchObject({ value: 12 });
    expect(as({ as: 'choice', values: { 个体工商户: 'individual' } }, '个体 工商户')).toMatchObject(
      {
        value: 'individual',
      },
    );
    expect(as({ as: 'choice', values: {} }, '其他')).toMatchObject({ code: 'choice-unknown' });
    expect(as({ as: 'text', pattern: '.+号' }, '第12条')).toMatchObject({ code: 'pattern' });
  });
});

it('takes an amount that is written in digits and in characters, where both say the same', () => {
  expect(judge([label('1,200.00 大写：壹仟贰佰元整')], [])).toMatchObject({ value: 120_000 });
  expect(judge([label('人民币（大写）叁万元整（¥30000.00）')], [])).toMatchObject({
    value: 3_000_000,
  });
  expect(judge([label('1,200.00 大写：壹仟叁佰元整')], [])).toMatchObject({ state: 'refused' });
});
