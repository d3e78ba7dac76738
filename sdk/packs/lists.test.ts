import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Case } from '../src/discretion/index.ts';
import { matchLists } from '../src/discretion/lists/index.ts';
import {
  countLists,
  exportLists,
  importLists,
  type ListPack,
  loadListPack,
  type Requirement,
} from '../src/rules/lists/index.ts';
import { readXlsx, type Workbook, writeXlsx } from '../src/sheets/index.ts';
import { canonicalJson } from '../src/text/index.ts';
import { inventLists } from './make/invent-lists.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(name, import.meta.url), 'utf8'));
const { facts } = read('facts.json');
const { statutes } = read('statutes.json');
const invented = inventLists(20261121, statutes, facts);

function bookOf(pack: ListPack): Workbook {
  const sheets = exportLists(pack);
  if (!sheets.ok) throw new Error(JSON.stringify(sheets.issues));
  const book = readXlsx(writeXlsx(sheets.value));
  if (!book.ok) throw new Error(JSON.stringify(book.issues));
  return book.value;
}

describe('lists of the size of a city', () => {
  it('have the counts that a city reported', () => {
    const { total, lists, departments } = countLists(invented);
    expect([total, lists, departments.length]).toEqual([
      1077,
      { waive: 435, mitigate: 148, lighten: 238, aggravate: 256 },
      33,
    ]);
    expect(inventLists(20261121, statutes, facts)).toEqual(invented);
  });

  it('load only where a sample is wanted, and say so', () => {
    expect(loadListPack(invented)).toMatchObject({
      ok: false,
      issues: [{ code: 'unpublished', at: '/sample' }],
    });
    expect(loadListPack(invented, { allowSample: true })).toMatchObject({ ok: true });
  });

  it('come back from a workbook byte for byte', () => {
    const imported = importLists(bookOf(invented), facts, { allowSample: true });
    if (!imported.ok) throw new Error(JSON.stringify(imported.issues.slice(0, 3)));
    expect(canonicalJson(imported.value)).toBe(canonicalJson(invented));
  });

  it('name faults by their cells', () => {
    const book = bookOf(invented);
    const sheets = book.sheets.map((sheet) => {
      const cells = new Map(sheet.cells);
      const put = (at: string, text: string) =>
        cells.set(at, { kind: 'text', text, format: 'General', hidden: false });
      if (sheet.name === '事项') {
        put('A3', '1');
        put('B4', '免罚');
        put('C5', 'no-such-department');
        put('H6', '货值金额较小【goodsValue：1-3万元】');
      }
      return { ...sheet, cells };
    });
    const found = (changed: Workbook) => {
      const imported = importLists(changed, facts, { allowSample: true });
      return imported.ok ? [] : imported.issues.map(({ code, at }) => `${code} ${at}`);
    };
    expect(found({ sheets })).toEqual(['cell-word 事项!B4', 'cell-word 事项!H6']);
    const readable = sheets.map((sheet) => {
      const cells = new Map(sheet.cells);
      for (const at of ['B4', 'H6']) {
        const was = book.sheets.find((one) => one.name === sheet.name)?.cells.get(at);
        if (was !== undefined && sheet.name === '事项') cells.set(at, was);
      }
      return { ...sheet, cells };
    });
    expect(found({ sheets: readable })).toEqual([
      'given-twice 事项!A3',
      'unknown-reference 事项!C5',
    ]);
  });
});

describe('items for a case', () => {
  const requirement = (zh: string, rest: Partial<Requirement> = {}): Requirement => ({
    label: { zh },
    ...rest,
  });
  const item = (number: number, ...requirements: Requirement[]) => ({
    number,
    list: 'waive' as const,
    department: 'department-1',
    matter: { zh: '甲' },
    violation: 'food-label-defect',
    basis: '',
    requirements,
  });
  const corrected = requirement('已改正', { ground: 'minor-corrected-no-harm' });
  const small = requirement('货值较小', { when: { op: 'lt', fact: 'goodsValue', value: 100_000 } });
  const harmless = requirement('无危害', { when: { op: 'eq', fact: 'harm', value: 'none' } });
  const pack: ListPack = {
    ...invented,
    items: [
      item(1, corrected, small),
      item(2, corrected, requirement('社会影响较小')),
      item(3, small, harmless, corrected),
      item(
        4,
        requirement('货值很大', { when: { op: 'ge', fact: 'goodsValue', value: 9_000_000 } }),
        corrected,
      ),
      { ...item(5, corrected), violation: 'ad-false' },
    ],
  };
  const case_: Case = {
    format: 'chidu-case/1',
    violation: 'food-label-defect',
    actDate: '2026-01-01',
    decisionDate: '2026-11-21',
    party: { kind: 'entity' },
    facts: { goodsValue: 50_000 },
    grounds: ['minor-corrected-no-harm'],
    factors: {},
  };
  const states = (change: Partial<Case>, confirmed?: ReadonlySet<string>) =>
    matchLists({ ...case_, ...change }, pack, confirmed ? { confirmed } : {}).matches.map(
      ({ item: { number }, state, standings }) =>
        `${number} ${state} ${standings.map((one) => one.state).join(' ')}`,
    );

  it('apply, are open, or nearly apply, and say what is missing', () => {
    expect(states({})).toEqual([
      '1 applies met met',
      '2 open met person',
      '3 open met unknown met',
      '4 nearly not-met met',
    ]);
  });

  it('wait for grounds that nobody has examined', () => {
    const { grounds: _, ...unexamined } = case_;
    expect(matchLists(unexamined, pack).matches[0]).toMatchObject({
      item: { number: 1 },
      state: 'open',
    });
  });

  it('are settled by facts, factors and persons', () => {
    expect(states({ factors: { harm: 'none' } }, new Set(['2/1']))).toEqual([
      '1 applies met met',
      '2 applies met met',
      '3 applies met met met',
      '4 nearly not-met met',
    ]);
    expect(states({ facts: { goodsValue: 500_000 }, factors: { harm: 'grave' } })).toEqual([
      '2 open met person',
      '1 nearly met not-met',
      '4 nearly not-met met',
    ]);
  });

  it('come only from a list in force on the day of the decision', () => {
    expect(matchLists({ ...case_, decisionDate: '2025-12-31' }, pack)).toEqual({
      inForce: false,
      matches: [],
    });
  });
});
