import { expect, it } from 'vitest';
import type { FieldId } from '../adapters/adapter.ts';
import type { CaseField } from '../judge/merge-frames.ts';
import type { FieldValue } from '../locate/reading.ts';
import { notePaper, type OpenPaper, paperKind, paperSays } from './note-paper.ts';
import { type CasePage, noteReading } from './note-reading.ts';

const at = '2026-11-22T01:00:00Z';
const read = (field: FieldId, value: FieldValue): CaseField => ({
  field,
  state: 'read',
  value,
  found: { by: 'label', where: '', raw: String(value), unit: '', hidden: false },
  healed: false,
  adapter: 'a',
  frame: 'main',
  at,
});
const page = (...fields: CaseField[]): CasePage => ({
  read: new Map(fields.map((field) => [field.field, field])),
  address: 'a1',
  at,
  digest: (value) => `#${value.length}${value.at(-1)}`,
});
const NUMBER = '兰市监案〔2026〕201号';

it('notes the days of steps, and each later change of one', () => {
  const first = noteReading(null, NUMBER, page(read('filedDate', '2026-09-01')));
  expect(first.news).toEqual([
    { event: 'first-read' },
    { event: 'step', step: 'filed', day: '2026-09-01' },
  ]);
  const again = noteReading(first.docket, NUMBER, page(read('filedDate', '2026-09-01')));
  expect(again.news).toEqual([]);
  const moved = noteReading(again.docket, NUMBER, page(read('filedDate', '2026-09-03')));
  expect(moved.news).toEqual([
    { event: 'step', step: 'filed', day: '2026-09-03', was: '2026-09-01' },
  ]);
});

it('keeps no value in words, and tells that one has changed', () => {
  const first = noteReading(null, NUMBER, page(read('party', '兰汀市虚谷食品有限公司')));
  expect(JSON.stringify(first)).not.toContain('虚谷');
  const second = noteReading(first.docket, NUMBER, page(read('party', '兰汀市示例食品商店')));
  expect(second.news).toMatchObject([{ event: 'value-changed', field: 'party' }]);
});

it('does not take a page that shows less for a change', () => {
  const first = noteReading(
    null,
    NUMBER,
    page(read('filedDate', '2026-09-01'), read('party', '甲')),
  );
  const second = noteReading(first.docket, NUMBER, { ...page(), address: 'a2' });
  expect(second.news).toEqual([]);
  expect(second.docket).toMatchObject({
    steps: first.docket.steps,
    values: first.docket.values,
    addresses: ['a1', 'a2'],
  });
});

it('counts the officers by the marks between their names', () => {
  const officers = (text: string) =>
    noteReading(null, NUMBER, page(read('officers', text))).docket.officers;
  expect(officers('甄示范、贾演示')).toBe(2);
  expect(officers('甄示范 贾演示')).toBe(2);
  expect(officers('甄示范')).toBe(1);
});

const open = (part: Partial<OpenPaper>): OpenPaper => ({
  document: '兰市监罚告〔2026〕201号',
  kind: 'notice',
  fine: 1_000_000,
  digest: 'd1',
  says: paperSays(''),
  at,
  codeId: null,
  ...part,
});

it('binds the text that a code was put on, and tells each later text once', () => {
  const seen = notePaper(null, NUMBER, open({}));
  expect(seen.news).toEqual([]);
  const bound = notePaper(seen.docket, NUMBER, open({ codeId: 'c1' }));
  expect(bound.news.map(({ event }) => event)).toEqual(['paper-bound']);
  const same = notePaper(bound.docket, NUMBER, open({ codeId: 'c1' }));
  expect(same.news).toEqual([]);
  const changed = notePaper(same.docket, NUMBER, open({ codeId: 'c1', digest: 'd2' }));
  expect(changed.news).toMatchObject([{ event: 'paper-changed', was: 'd1', is: 'd2' }]);
  expect(notePaper(changed.docket, NUMBER, open({ digest: 'd2' })).news).toEqual([]);
  const back = notePaper(changed.docket, NUMBER, open({}));
  expect(back.docket.papers['兰市监罚告〔2026〕201号']?.changedAt).toBeNull();
  const reissued = notePaper(changed.docket, NUMBER, open({ codeId: 'c2', digest: 'd2' }));
  expect(reissued.news.map(({ event }) => event)).toEqual(['paper-bound']);
  expect(reissued.docket.papers['兰市监罚告〔2026〕201号']?.changedAt).toBeNull();
});

it('knows a paper by the title that stands first', () => {
  expect(paperKind('某局行政处罚决定书……曾送达行政处罚告知书')).toBe('decision');
  expect(paperKind('某局行政处罚听证告知书')).toBe('hearing-notice');
  expect(paperKind('某局当场行政处罚决定书')).toBe('summary-decision');
  expect(paperKind('案件详情')).toBeNull();
});
