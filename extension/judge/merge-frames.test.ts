import { expect, it } from 'vitest';
import type { FieldReading, PageReading } from '../locate/reading.ts';
import { mergeFrames } from './merge-frames.ts';

const found = { by: 'label', where: '当事人', raw: '', unit: '', hidden: false } as const;
const read = (value: string): FieldReading => ({
  field: 'party',
  state: 'read',
  value,
  found: { ...found, raw: value },
  healed: false,
});
const page = (frame: string, ...fields: FieldReading[]): PageReading => ({
  adapter: 'a',
  version: '1',
  page: 'detail',
  kind: 'case',
  frame,
  at: '2026-11-21T00:00:00Z',
  fields,
});

it('joins the frames of a tab, and what one frame found is not undone by one that did not', () => {
  const merged = mergeFrames([
    page('list', { field: 'party', state: 'missing' }),
    page('main', read('兰汀市虚谷食品有限公司')),
    page('top', { field: 'party', state: 'empty', found }),
  ]);
  expect(merged.get('party')).toMatchObject({ state: 'read', frame: 'main' });
});

it('shows frames that contradict each other, and stays with that', () => {
  const merged = mergeFrames([page('a', read('甲')), page('b', read('乙')), page('c', read('甲'))]);
  expect(merged.get('party')).toMatchObject({ state: 'conflict', frame: 'a, b' });
});

it('does not take a notice for the case', () => {
  expect(mergeFrames([{ ...page('gzs', read('甲')), kind: 'notice' }]).size).toBe(0);
});
