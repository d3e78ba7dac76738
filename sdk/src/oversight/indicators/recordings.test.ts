import { expect, it } from 'vitest';
import type { CaseHistory } from '../events/case-history.ts';
import { missing, showFigure } from '../figure.ts';
import { history } from '../use/fixtures/history.ts';
import { Recording, RecordingRule, recordingsOf } from './index.ts';

const rule = RecordingRule.parse({
  format: 'chidu-recording-rule/1',
  source: '示例记录细则',
  required: ['evidence', 'served'],
});
const reached = (...stages: string[]): Partial<CaseHistory> => ({
  stages: stages.map((stage, i) => ({
    at: '2026-10-20T02:00:00Z',
    day: '2026-10-20',
    place: { authority: 'a', year: 2026, index: i },
    kid: null,
    stage,
    on: '2026-10-20',
    source: 'sample:steps',
  })),
});
const cases = [
  history('1', {}, reached('filed', 'evidence', 'served')),
  history('2', {}, reached('filed', 'evidence')),
  history('3', {}, reached('filed')),
];
const idOf = (i: number): string => cases[i]?.id ?? '';
const recording = (i: number, stage: Recording['stage'], file: string, more = {}): Recording => ({
  format: 'chidu-recording/1',
  case: idOf(i),
  stage,
  sha256: file.repeat(64),
  reference: `平台/${file}`,
  from: '2026-10-20T01:00:00Z',
  to: '2026-10-20T01:30:00Z',
  ...more,
});

it('flags a required stage that was reached and has no recording, and asks nothing of the others', () => {
  const { figure, doubtful } = recordingsOf(rule, cases, [
    recording(0, 'evidence', 'a'),
    recording(1, 'evidence', 'b'),
  ]);
  expect(showFigure(figure)).toBe('66.67%（2/3）');
  expect(missing(figure)).toEqual([`${idOf(0)}#served`]);
  expect(doubtful).toEqual([]);
});

it('asks once for a stage that the rule names twice', () => {
  const twice = { ...rule, required: [...rule.required, ...rule.required] };
  expect(recordingsOf(twice, cases, [])).toEqual(recordingsOf(rule, cases, []));
});

it('takes no doubtful recording for one: times reversed, one file for two, a stage not reached, no such case', () => {
  const { figure, doubtful } = recordingsOf(rule, cases, [
    recording(0, 'evidence', 'a'),
    recording(1, 'evidence', 'a'),
    recording(0, 'served', 'c', { to: '2026-10-20T01:00:00Z' }),
    recording(2, 'served', 'd'),
    { ...recording(0, 'served', 'e'), case: 'elsewhere/9' },
  ]);
  expect(showFigure(figure)).toBe('0%（0/3）');
  expect(doubtful.map(({ why }) => why)).toEqual([
    'same-file',
    'same-file',
    'times',
    'stage-not-reached',
    'unknown-case',
  ]);
});

it('holds a hash and a reference, and refuses the recording itself', () => {
  expect(Recording.safeParse(recording(0, 'served', 'a')).success).toBe(true);
  expect(Recording.safeParse({ ...recording(0, 'served', 'a'), content: 'AAAA' }).success).toBe(
    false,
  );
});
