import { describe, expect, it } from 'vitest';
import type { OversightEvent } from './event.ts';
import { mattersOf } from './matters.ts';

const [ONE, TWO, THREE] = ['11330106002489128X', '11239900MB0X12345Y', '11330424MB0000001X'];

const entry = (
  authority: string | undefined,
  index: number,
  kind: string,
  data: OversightEvent['data'],
): OversightEvent => ({
  authority: authority ?? '',
  year: 2026,
  index,
  at: `2026-06-01T01:00:${String(index).padStart(2, '0')}.000Z`,
  kind,
  codeId: null,
  refersTo: null,
  role: 'supervision',
  kid: 'k',
  data,
});
const opened = (log: string | undefined, index: number, about = log, days = 10) =>
  entry(log, index, 'supervision', {
    supervision: '1',
    instrument: '意见书',
    about: { authority: about },
    days,
    due: null,
  });
const step = (log: string | undefined, index: number) =>
  entry(log, index, 'supervision-step', { supervision: '1', step: 'respond', state: 'responded' });
const clue = (log: string | undefined, index: number, level: string) =>
  entry(log, index, 'clue', {
    clue: 'c-1',
    channel: 'audit',
    level,
    levelBy: 'rule',
    about: {},
    source: '审计移送',
    on: '2026-06-01',
    due: null,
  });

describe('supervision cases', () => {
  it('of two logs are two, though both are numbered 1, each with the steps of its log', () => {
    const { supervisions, unread } = mattersOf([opened(ONE, 1), opened(TWO, 2), step(TWO, 3)]);
    expect(unread).toEqual([]);
    expect(supervisions.map(({ id, state }) => [id, state])).toEqual([
      [`${ONE}/1`, 'issued'],
      [`${TWO}/1`, 'responded'],
    ]);
  });

  it('have a step of another log only where one alone can be meant', () => {
    expect(mattersOf([opened(ONE, 1), step(THREE, 2)])).toMatchObject({
      supervisions: [{ state: 'responded' }],
      unread: [],
    });
    expect(mattersOf([opened(ONE, 1), opened(TWO, 2), step(THREE, 3)])).toMatchObject({
      supervisions: [{ state: 'issued' }, { state: 'issued' }],
      unread: [{ why: 'refers-to-nothing', place: { authority: THREE, index: 3 } }],
    });
  });

  it('are not opened twice in silence', () => {
    expect(mattersOf([opened(ONE, 1), opened(ONE, 2, ONE, 20)])).toMatchObject({
      supervisions: [{ data: { days: 10 } }],
      unread: [{ why: 'given-twice', place: { index: 2 } }],
    });
  });
});

it('reads tasks with their steps, each in its own log', () => {
  const task = (log: string | undefined, index: number) =>
    entry(log, index, 'task', {
      ...{ task: '1', direction: 'out', body: 'audit', kind: 'assist', about: { case: 'x' } },
      ...{ days: 5, due: '2026-06-08' },
    });
  const receipt = (log: string | undefined, index: number) =>
    entry(log, index, 'task-step', {
      ...{ task: '1', step: 'receipt', state: 'accepted', due: '2026-06-22' },
    });
  const { tasks, unread } = mattersOf([
    task(ONE, 1),
    task(TWO, 2),
    receipt(TWO, 3),
    receipt(THREE, 4),
  ]);
  expect(tasks.map(({ id, state, due }) => [id, state, due])).toEqual([
    [`${ONE}/1`, 'sent', '2026-06-08'],
    [`${TWO}/1`, 'accepted', '2026-06-22'],
  ]);
  expect(unread).toMatchObject([{ kind: 'task-step', why: 'refers-to-nothing' }]);
});

it('takes a clue of two logs for one matter, and reports the entry that says otherwise', () => {
  expect(mattersOf([clue(ONE, 1, 'low'), clue(TWO, 2, 'low')])).toMatchObject({
    clues: [{ id: 'c-1' }],
    unread: [],
  });
  const { data, ...same } = clue(TWO, 2, 'low');
  const turned = Object.fromEntries(Object.entries(data ?? {}).reverse());
  expect(mattersOf([clue(ONE, 1, 'low'), { ...same, data: turned }]).unread).toEqual([]);
  const { clues, unread } = mattersOf([clue(ONE, 1, 'low'), clue(TWO, 2, 'high')]);
  expect(clues.map(({ level }) => level)).toEqual(['low']);
  expect(unread).toMatchObject([{ kind: 'clue', why: 'given-twice', place: { authority: TWO } }]);
});
