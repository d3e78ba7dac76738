import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { missing, showFigure } from '../figure.ts';
import { fullRates } from '../indicators/index.ts';
import type { Organisation } from '../organisation.ts';
import { history, NORTH } from '../use/fixtures/history.ts';
import {
  type LegalReviews,
  loadLegalReviews,
  loadOfficers,
  loadPublicity,
  officerFigures,
  type PublicityRegister,
  peopleOf,
  publicityFigure,
  publicityOf,
  readLegalReviews,
  readOfficers,
  readPublicity,
  reviewFigure,
} from './index.ts';

const KEY = '0011223344556677';
const UNITS: Organisation['units'] = Array.from({ length: 15 }, (_, i) => ({
  id: `unit-${i}`,
  parent: null,
  name: `示例区${i}局`,
  level: 'county',
  authority: i === 0 ? NORTH : null,
  region: null,
  people: 1_000,
}));
const organisation: Organisation = {
  format: 'chidu-organisation/1',
  name: '示例市',
  units: UNITS,
};
const byName = new Map(UNITS.map(({ name, id }) => [name, id]));
const unitOf = (name: string): string | null => byName.get(name) ?? null;
const list = (count: number): Record<string, string>[] =>
  Array.from({ length: count }, (_, i) => ({
    姓名: `张${i}`,
    执法证号: `99-${String(i).padStart(6, '0')}`,
    单位名称: `示例区${i % 15}局`,
    发证日期: '2022年3月1日',
    有效期止: i % 5_000 === 7 ? '2026-10-31' : '2027-02-28',
    密钥标识: i % 2_500 === 0 ? '' : i.toString(16).padStart(16, '0').toUpperCase(),
  }));
const registerOf = (officers: readonly unknown[]) => ({
  format: 'chidu-officers/1',
  on: '2026-11-01',
  officers,
});

describe('officers', () => {
  it('of 15,000 come in from a list, each once, with the days of their certificates and without a name', () => {
    const { records, issues } = readOfficers(list(15_000), { unitOf });
    expect(issues).toEqual([]);
    expect(records).toHaveLength(15_000);
    expect(records[1]).toEqual({
      number: '99-000001',
      unit: 'unit-1',
      from: '2022-03-01',
      to: '2027-03-01',
      kid: '0000000000000001',
    });
    expect(JSON.stringify(records)).not.toContain('张');
    const loaded = loadOfficers(registerOf(records), organisation);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.issues.slice(0, 3)));
    const [certified, keyed] = officerFigures(loaded.value, '2026-11-01');
    expect(certified && showFigure(certified)).toBe('99.98%（14,997/15,000）');
    expect(certified && missing(certified)).toEqual(['99-000007', '99-005007', '99-010007']);
    // The last day of a certificate counts.
    expect(officerFigures(loaded.value, '2026-10-31')[0]?.bp).toBe(10_000);
    expect(keyed && missing(keyed)).toHaveLength(6);
    const people = peopleOf(loaded.value);
    const { figures, unknown } = fullRates({
      organisation,
      people,
      cases: [],
      from: '2026-11-01',
      to: '2026-12-01',
      publicity: null,
    });
    expect(figures[1] && showFigure(figures[1])).toBe('0%（0/15,000）');
    expect(unknown).toEqual(['rates.published']);
  });

  it('with a fault are refused by row and cell, and the others kept', () => {
    const rows = list(6);
    const change = (i: number, of: Record<string, string>) => Object.assign(rows[i] ?? {}, of);
    change(1, { 执法证号: '99-000000' });
    change(2, { 单位名称: '别处' });
    change(3, { 发证日期: '03/01/2022' });
    change(4, { 执法证号: '王五' });
    change(5, { 有效期止: '2022-01-01' });
    const { records, issues } = readOfficers(rows, { unitOf });
    expect(records.map(({ number }) => number)).toEqual(['99-000000']);
    expect(issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'given-twice /1',
      'schema /2/单位名称',
      'date-text /3/发证日期',
      'schema /4/执法证号',
      'schema /5/有效期止',
    ]);
  });

  it('come in by the columns that the list has, where they are told', () => {
    const rows = [{ no: 'AB-1234', office: '示例区3局', since: '20220301', until: '2027/2/28' }];
    const columns = {
      number: ['no'],
      unit: ['office'],
      from: ['since'],
      to: ['until'],
      kid: ['key'],
    };
    const { records, issues } = readOfficers(rows, { unitOf, columns });
    expect(issues).toEqual([]);
    expect(records).toMatchObject([{ number: 'AB-1234', unit: 'unit-3', kid: null }]);
  });

  it('are refused whole where a number, a key, a unit or a period cannot be', () => {
    const one = {
      number: 'A-0001',
      unit: 'unit-1',
      from: '2022-01-01',
      to: '2027-01-01',
      kid: KEY,
    };
    const loaded = loadOfficers(
      registerOf([
        one,
        { ...one, number: 'A-0002' },
        { ...one, kid: null, unit: 'nowhere' },
        { ...one, number: 'A-0003', kid: null, to: '2022-01-01' },
      ]),
      organisation,
    );
    expect(!loaded.ok && loaded.issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'given-twice /officers/2/number',
      'given-twice /officers/1/kid',
      'unknown-reference /officers/2/unit',
      'inverted /officers/3/to',
    ]);
    expect(loadOfficers(registerOf([{ ...one, name: '张三' }])).ok).toBe(false);
  });
});

const AUTHORITY = NORTH;
const cases = [1, 2, 3, 4].map((i) => history(String(i)));
const ids = cases.map(({ id }) => id);

describe('publicity', () => {
  const rows = [
    { 处罚机关代码: AUTHORITY, 案件编号: '1', 公示日期: '2026-10-30', 不予公示理由: '' },
    { 处罚机关代码: AUTHORITY, 案件编号: '2', 公示日期: '2026-12-30', 不予公示理由: '' },
    { 处罚机关代码: AUTHORITY, 案件编号: '3', 公示日期: '', 不予公示理由: '未成年人' },
    { 处罚机关代码: AUTHORITY, 案件编号: '4', 公示日期: '', 不予公示理由: '' },
    { 处罚机关代码: AUTHORITY, 案件编号: '99', 公示日期: '2026-10-30', 不予公示理由: '' },
    { 处罚机关代码: AUTHORITY, 案件编号: '5', 公示日期: '2026-10-30', 不予公示理由: '涉密' },
    { 处罚机关代码: AUTHORITY, 案件编号: '6', 公示日期: '', 不予公示理由: '不方便' },
  ];
  const { records, issues } = readPublicity(rows);
  const register: PublicityRegister = {
    format: 'chidu-publicity/1',
    on: '2026-12-31',
    records: [...records],
  };

  it('comes in from a list; two answers at once and a reason that the law does not know are refused', () => {
    expect(issues.map(({ code, at }) => `${code} ${at}`)).toEqual([
      'schema /5/不予公示理由',
      'schema /6/不予公示理由',
    ]);
    expect(loadPublicity(register).ok).toBe(true);
    const [first] = records;
    const both = { ...first, exempt: 'minor' };
    const loaded = loadPublicity({ ...register, records: [first, both] });
    expect(!loaded.ok && loaded.issues.map(({ code }) => code)).toEqual([
      'given-twice',
      'contradiction',
    ]);
  });

  it('gives the rate its base without what is lawfully exempt, and names what the log does not know', () => {
    const { byCase, unplaced } = publicityOf(register, cases);
    expect(unplaced).toEqual([`${AUTHORITY}/99`]);
    const { figures, unknown } = fullRates({
      organisation,
      people: null,
      cases,
      from: '2026-10-01',
      to: '2026-11-01',
      publicity: byCase,
    });
    const published = figures.at(-1);
    expect(published && showFigure(published)).toBe('66.67%（2/3）');
    expect(published && missing(published)).toEqual([ids[3]]);
    expect(unknown).toEqual(['rates.units', 'rates.people']);
  });

  it('is in time within twenty working days; what is not published is another figure', () => {
    const figure = publicityFigure(register, { cases, from: '2026-10-01', to: '2026-11-01' });
    expect(showFigure(figure)).toBe('50%（1/2）');
    expect(missing(figure)).toEqual([ids[1]]);
    const none = publicityFigure(register, { cases, from: '2025-10-01', to: '2025-11-01' });
    expect(showFigure(none)).toBe('无基数（0/0）');
  });
});

describe('reviews', () => {
  const decided = cases[0]?.codes[0]?.day ?? '';
  const stage = {
    at: '2026-10-01T02:00:00Z',
    day: '2026-10-01',
    place: { authority: AUTHORITY, year: 2026, index: 500 },
    kid: KEY,
    stage: 'review',
    on: '2026-10-01',
    source: 'sample:steps',
  };
  const seen = { ...history('1'), stages: [stage] };
  const row = (number: string, on: string, result: string) => ({
    处罚机关代码: AUTHORITY,
    案件编号: number,
    审核日期: on,
    审核类型: '法制审核',
    审核结果: result,
  });

  it('count from the log, and from another system where they passed in time', () => {
    const { records, issues } = readLegalReviews([
      row('2', '2026-10-02', '退回'),
      row('2', '2026-10-03', '通过'),
      row('3', '2026-10-03', '通过'),
      row('3', '2026-10-04', '退回'),
      row('4', '2026-12-31', '通过'),
      row('4', '2026-12-31', '也许'),
    ]);
    expect(issues).toMatchObject([{ code: 'schema', at: '/5/审核结果' }]);
    const reviews: LegalReviews = {
      format: 'chidu-legal-reviews/1',
      on: '2026-12-31',
      reviews: [...records],
    };
    expect(loadLegalReviews(reviews).ok).toBe(true);
    expect(decided > '2026-10-04').toBe(true);
    const all = [seen, ...cases.slice(1)];
    const period = { from: '2026-10-01', to: '2026-11-01' };
    const figure = reviewFigure(all, { ...period, reviews });
    expect(showFigure(figure)).toBe('50%（2/4）');
    expect(missing(figure)).toEqual([ids[2], ids[3]]);
    expect(showFigure(reviewFigure(all, { ...period, reviews: null }))).toBe('25%（1/4）');
  });
});

it.each([
  ['officers-1.json', loadOfficers],
  ['publicity-1.json', loadPublicity],
  ['legal-reviews-1.json', loadLegalReviews],
])('%s, kept for ever, is read', (file, load) => {
  const text = readFileSync(new URL(`fixtures/${file}`, import.meta.url), 'utf8');
  expect(load(JSON.parse(text))).toMatchObject({ ok: true });
});
