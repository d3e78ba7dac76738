import { describe, expect, it } from 'vitest';
import { loadRecord } from './record.ts';

const smallest = {
  format: 'chidu-case-record/1',
  id: '示例市监处罚〔2025〕12号',
  facts: '当事人销售超过保质期的饼干3袋，货值45元。',
  statutes: [],
  factors: {},
  source: { name: '示例数据' },
};

describe('a case record', () => {
  it('leaves unknown what was not stated', () => {
    const loaded = loadRecord(smallest);
    expect(loaded).toEqual({ ok: true, value: smallest });
  });

  it('holds amounts in whole fen', () => {
    const loaded = loadRecord({ ...smallest, fine: 4999.5 });
    expect(loaded.ok || loaded.issues).toMatchObject([{ code: 'schema', at: '/fine' }]);
  });

  it('names each fault by its place', () => {
    const { facts: _, ...withoutFacts } = smallest;
    const loaded = loadRecord({ ...withoutFacts, colour: 'red', decisionDate: '2025-02-30' });
    expect(loaded.ok || loaded.issues.map(({ code, at }) => [code, at]).sort()).toEqual([
      ['missing-field', '/facts'],
      ['schema', '/decisionDate'],
      ['unknown-field', '/colour'],
    ]);
  });

  it('refuses another version by name', () => {
    const loaded = loadRecord({ ...smallest, format: 'chidu-case-record/2' });
    expect(loaded.ok || loaded.issues).toMatchObject([
      { at: '/format', message: 'one of "chidu-case-record/1" expected' },
    ]);
  });
});
