import { expect, it } from 'vitest';
import { missing, showFigure } from '../figure.ts';
import { loadMeasure, measuresOf } from './index.ts';

const common = {
  format: 'chidu-measure/1',
  case: null,
  authority: 'a',
  on: '2026-10-12',
  listItem: 'lists/3',
};
const FORMS = [
  { ...common, id: 'm1', kind: 'persuasion', explained: '标签要求', undertaking: true },
  { ...common, id: 'm2', kind: 'guidance', document: '示例指导书1', followed: null },
  {
    ...common,
    id: 'm3',
    kind: 'warning',
    risk: '临近保质期',
    by: '2026-11-01',
    lookedAt: '2026-10-30',
  },
  {
    ...common,
    id: 'm4',
    kind: 'talk',
    minutes: '示例纪要1',
    agreed: '整改',
    due: '2026-11-12',
    done: null,
  },
  {
    ...common,
    id: 'm5',
    kind: 'credit',
    basis: '示例规定第3条',
    decision: '示例决定1',
    until: '2027-10-12',
    repaired: null,
  },
];

it('have a form each, and lack nothing that it asks for', () => {
  for (const form of FORMS) {
    expect(loadMeasure(form)).toEqual({ ok: true, value: form });
    for (const field of Object.keys(form)) {
      const { [field]: _, ...less } = form as Record<string, unknown>;
      expect([form.kind, field, loadMeasure(less).ok]).toEqual([form.kind, field, false]);
    }
    expect(loadMeasure({ ...form, name: '张三' }).ok).toBe(false);
  }
  expect(loadMeasure({ ...FORMS[4], basis: ' ' }).ok).toBe(false);
});

it('are counted by kind, and those without an outcome are named', () => {
  const measures = FORMS.flatMap((form) => {
    const loaded = loadMeasure(form);
    return loaded.ok ? [loaded.value] : [];
  });
  const figures = measuresOf(measures);
  expect(figures.map((one) => `${one.id} ${showFigure(one)}`)).toEqual([
    'measures.taken 5',
    'measures.taken[kind=credit] 1',
    'measures.taken[kind=guidance] 1',
    'measures.taken[kind=persuasion] 1',
    'measures.taken[kind=talk] 1',
    'measures.taken[kind=warning] 1',
    'measures.ended 40%（2/5）',
  ]);
  const ended = figures.at(-1);
  expect(ended && missing(ended)).toEqual(['m2', 'm4', 'm5']);
});
