import type { CaseRecord, FoundCase } from '@chidu/sdk/cases';
import type { Case } from '@chidu/sdk/discretion';
import type { Rule } from '@chidu/sdk/rules';
import { expect, it } from 'vitest';
import { compare, spreadOf } from './compare.ts';

const word = (zh: string) => ({ zh });
const rule = {
  statute: { from: '2021-04-29' },
  benchmark: {
    factors: [
      {
        id: 'fault',
        label: word('主观过错'),
        options: [
          { id: 'slight', label: word('一般过失'), points: 2 },
          { id: 'knowing', label: word('故意'), points: 9 },
        ],
      },
    ],
  },
} as unknown as Rule;
const case_ = { violation: 'food-a', factors: { fault: 'slight' } } as unknown as Case;
const record = (part: Partial<CaseRecord>): CaseRecord => ({
  format: 'chidu-case-record/1',
  id: 'r',
  facts: '当事人销售超过保质期的食品。',
  violation: 'food-a',
  statutes: [],
  factors: {},
  source: { name: 'test' },
  ...part,
});
const hit = (part: Partial<CaseRecord>): FoundCase => ({
  index: 0,
  row: 0,
  id: 'r',
  score: 4,
  parts: [
    { kind: 'text', name: '保质', score: 0.5 },
    { kind: 'violation', name: 'food-a', score: 3 },
    { kind: 'text', name: '食品', score: 0.5 },
  ],
  field: 'food',
  record: record(part),
});

it('says what joins two cases, in shares of the score', () => {
  expect(compare(hit({}), case_, rule).why).toEqual([
    { kind: 'violation', percent: 75 },
    { kind: 'text', percent: 25 },
  ]);
});

it('says where they part and by how many points, and takes silence for no difference', () => {
  expect(compare(hit({}), case_, rule).differs).toEqual([]);
  expect(
    compare(
      hit({ violation: 'food-b', lawVersion: '2015-10-01', factors: { fault: 'knowing' } }),
      case_,
      rule,
    ).differs,
  ).toMatchObject([
    { what: 'violation' },
    { what: 'law', theirs: '2015-10-01' },
    { what: 'factor', points: 7 },
  ]);
});

it('builds a spread only on the same violation, the same text of law and known fines', () => {
  const cases = [
    ...[500, 100, 300, 200, 400].map((fine) => record({ fine, lawVersion: '2021-04-29' })),
    record({ fine: 9_000, violation: 'food-b' }),
    record({ fine: 9_000, lawVersion: '2015-10-01' }),
    record({}),
  ];
  expect(spreadOf(cases, case_, rule)).toEqual({
    fines: [100, 200, 300, 400, 500],
    quartiles: [200, 300, 400],
    sure: 'enough',
  });
  expect(spreadOf(cases.slice(0, 2), case_, rule)).toMatchObject({ quartiles: null, sure: 'few' });
  expect(spreadOf([], case_, rule).sure).toBe('none');
});
