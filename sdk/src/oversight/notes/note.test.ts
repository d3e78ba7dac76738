import { expect, it } from 'vitest';
import { loadNotes, type Note, notesOn } from './index.ts';

const note = (number: number, part: Partial<Note> = {}): Note => ({
  format: 'chidu-note/1',
  number,
  about: 'discretion',
  clause: { law: '食品安全法', article: 122, paragraph: 1 },
  violation: null,
  author: '示例省市场监督管理局',
  reference: '示例函〔2026〕3号',
  rank: 'province',
  from: '2026-01-01',
  to: null,
  text: { zh: '小作坊另有规定的，从其规定。' },
  replaces: null,
  ...part,
});
const applied = {
  law: '食品安全法',
  article: 122,
  paragraph: 1,
  violation: 'food-unlicensed-operation',
};
const on = (notes: Note[], day = '2026-11-22', at = applied) =>
  notesOn(notes, at, day).map(({ number }) => number);

it('stand beside the clause with author, day and rank: the weightiest first, then the newest', () => {
  const notes = [
    note(1),
    note(2, { rank: 'county' }),
    note(3, { rank: 'ministry', from: '2024-01-01' }),
    note(4, { from: '2026-06-01' }),
  ];
  expect(on(notes)).toEqual([3, 4, 1, 2]);
  expect(on(notes, '2026-03-01')).toEqual([3, 1, 2]);
  expect(on(notes, '2020-01-01')).toEqual([]);
});

it('speak of the parts of what they name, and of nothing beside it', () => {
  const notes = [
    note(1, { clause: { law: '食品安全法', article: 122 } }),
    note(2, { clause: { law: '食品安全法', article: 122, paragraph: 2 } }),
    note(3, { violation: 'ad-false' }),
    note(4, { clause: { law: '广告法', article: 122 } }),
    note(5, { clause: { law: '食品安全法', article: 122, paragraph: 1, item: 1 } }),
  ];
  expect(on(notes)).toEqual([1]);
});

it('end where another takes their place, and never give way to a lower rank', () => {
  const faults = (...notes: Note[]) => {
    const loaded = loadNotes(notes);
    return loaded.ok ? [] : loaded.issues.map(({ code, at }) => `${code} ${at}`);
  };
  const old = note(1, { to: '2026-06-01' });
  expect(faults(old, note(2, { from: '2026-06-01', replaces: 1 }))).toEqual([]);
  expect(faults(note(1), note(2, { replaces: 1 }))).toEqual(['contradiction /1/replaces']);
  expect(faults(old, note(2, { rank: 'county', from: '2026-06-01', replaces: 1 }))).toEqual([
    'contradiction /1/replaces',
  ]);
  expect(faults(note(1), note(1), note(2, { replaces: 9, to: '2025-01-01' }))).toEqual([
    'given-twice /1/number',
    'inverted /2/to',
    'unknown-reference /2/replaces',
  ]);
  expect(faults({ ...note(1), author: '' })).toEqual(['schema /0/author']);
});
