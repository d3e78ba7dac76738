import { expect, it } from 'vitest';
import type { FieldReading, PageReading } from '../locate/reading.ts';
import { withReading } from './health.ts';

const found = { by: 'label', where: '当事人', raw: '甲', unit: '', hidden: false } as const;
const page = (...fields: FieldReading[]): PageReading => ({
  adapter: 'a',
  version: '1',
  page: 'detail',
  kind: 'case',
  frame: 'main',
  at: '',
  fields,
});

it('counts how each field ended, and keeps no value', () => {
  const healed = { field: 'party', state: 'read', value: '甲', found, healed: true } as const;
  let health = withReading([], page(healed, { field: 'actDate', state: 'missing' }));
  health = withReading(
    health,
    page({ ...healed, healed: false }, { field: 'actDate', state: 'empty', found }),
  );
  expect(health).toEqual([
    {
      adapter: 'a',
      version: '1',
      page: 'detail',
      documents: 2,
      fields: { party: { healed: 1, read: 1 }, actDate: { missing: 1, empty: 1 } },
    },
  ]);
  expect(JSON.stringify(health)).not.toContain('甲');
  const other = withReading(health, { ...page(), version: '2' });
  expect(other.map(({ version, documents }) => [version, documents])).toEqual([
    ['1', 2],
    ['2', 1],
  ]);
});
