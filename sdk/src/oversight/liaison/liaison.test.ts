import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ChiduError } from '../../errors.ts';
import { EVENT_DATA } from '../events/event-data.ts';
import {
  loadTask,
  type NewTask,
  overdueTasks,
  sendTask,
  stepTask,
  TASK_STATES,
  TASK_STEPS,
  type Task,
  type TaskActor,
  type TaskRequest,
  type TaskState,
  taskPage,
} from './index.ts';

/** Sent on Thursday, 24 September 2026: five working days over National Day end on 9 October, the make-up day not reached. */
const NEW: NewTask = {
  id: '示司函〔2026〕8号',
  direction: 'out',
  body: { kind: 'discipline', name: '示例区纪委监委', code: null },
  kind: 'hand-over',
  about: { clue: null, supervision: '示司监〔2026〕3号', case: null },
  text: '现将有关问题线索移送你单位。',
  sent: '2026-09-24',
  receiptDays: 5,
  answerDays: 10,
};
const RECEIPT = { number: '示纪收〔2026〕21号', on: '2026-09-28', sha256: 'ab'.repeat(32) };
const sent = (more: Partial<NewTask> = {}): Task => sendTask({ ...NEW, ...more }).task;
const take = (
  task: Task,
  request: Omit<TaskRequest, 'version'>,
  on: string,
  by: TaskActor = 'supervisor',
): Task => {
  const after = stepTask(task, { version: task.version, ...request }, by, { on });
  expect(EVENT_DATA['task-step'].parse(after.data)).toEqual(after.data);
  expect(loadTask(after.task)).toEqual({ ok: true, value: after.task });
  return after.task;
};
const codeOf = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error instanceof ChiduError ? error.code : error;
  }
  return null;
};

it('is read as it was written first, and refused by its places', () => {
  const kept = new URL('fixtures/task-1.json', import.meta.url);
  const first = JSON.parse(readFileSync(kept, 'utf8'));
  expect(loadTask(first)).toEqual({ ok: true, value: first });
  expect(loadTask({ ...first, direction: 'round', state: 'lost' })).toMatchObject({
    ok: false,
    issues: [{ at: '/direction' }, { at: '/state' }],
  });
});

describe('the flow of a task', () => {
  const next = (state: TaskState) =>
    Object.values(TASK_STEPS).flatMap(
      ({ ways }) => (ways as Partial<Record<TaskState, TaskState>>)[state] ?? [],
    );
  const reach = (from: TaskState, barred: TaskState | null = null) => {
    const found = new Set<TaskState>([from]);
    for (const state of found) for (const to of next(state)) if (to !== barred) found.add(to);
    return found;
  };

  it('leads from every open state to an end, and reaches every state from the first', () => {
    expect([...reach('sent')].sort()).toEqual(Object.keys(TASK_STATES).sort());
    for (const [state, { who }] of Object.entries(TASK_STATES)) {
      const ends = [...reach(state as TaskState)].filter((one) => TASK_STATES[one].who === null);
      expect([state, ends.length > 0]).toEqual([state, true]);
      if (who === null) expect(next(state as TaskState)).toEqual([]);
    }
  });

  it('has no way to an answer but over a receipt', () => {
    expect(reach('sent', 'accepted').has('answered')).toBe(false);
  });
});

describe('a task to another body', () => {
  it('has its receipt with number, day and paper, and from it the period of the answer', () => {
    const task = sent();
    expect([task.state, task.due]).toEqual(['sent', '2026-10-09']);
    const accepted = take(task, { step: 'receipt', receipt: RECEIPT }, '2026-09-30');
    // Ten working days from 28 September: 29, 30; 8, 9, 10, 12, 13, 14, 15, 16 October.
    expect(accepted).toMatchObject({ state: 'accepted', receipt: RECEIPT, due: '2026-10-16' });
    const done = take(
      accepted,
      { step: 'answer', text: '已立案审查。', result: 'filed' },
      '2026-10-12',
    );
    expect([done.state, done.result]).toEqual(['answered', 'filed']);
    expect(overdueTasks([done], '2027-01-01')).toEqual([]);
  });

  it('whose receipt does not come is late the day after, urged, then raised, never closed in silence', () => {
    const task = sent();
    expect(overdueTasks([task], '2026-10-09')).toEqual([]);
    expect(overdueTasks([task], '2026-10-10')).toEqual([task]);
    const overdue = { step: 'overdue' } as const;
    expect(codeOf(() => take(task, overdue, '2026-10-09', 'service'))).toBe('step-not-allowed');
    expect(codeOf(() => take(task, overdue, '2026-10-10'))).toBe('step-not-allowed');
    const missing = take(task, overdue, '2026-10-10', 'service');
    expect(missing.state).toBe('receipt-missing');
    expect(overdueTasks([missing], '2027-01-01')).toEqual([]);
    const urged = take(missing, { step: 'urge', text: '请予回执。', days: 3 }, '2026-10-12');
    expect([urged.state, urged.due]).toEqual(['sent', '2026-10-15']);
    const again = take(urged, overdue, '2026-10-16', 'service');
    const raised = take(again, { step: 'raise', text: '提请联席会议协调。' }, '2026-10-19');
    expect(raised.state).toBe('raised');
    const late = { ...RECEIPT, on: '2026-10-20' };
    expect(take(raised, { step: 'receipt', receipt: late }, '2026-10-20').state).toBe('accepted');
    expect(raised.steps.map(({ step }) => step)).toEqual(['overdue', 'urge', 'overdue', 'raise']);
  });

  it('whose answer does not come is late as well', () => {
    const accepted = take(sent(), { step: 'receipt', receipt: RECEIPT }, '2026-09-30');
    const late = take(accepted, { step: 'overdue' }, '2026-10-17', 'service');
    expect(late.state).toBe('answer-missing');
    const urged = take(late, { step: 'urge', text: '请予反馈。', days: 5 }, '2026-10-19');
    expect([urged.state, urged.due]).toEqual(['accepted', '2026-10-26']);
  });

  it('comes back with a reason from the list', () => {
    const task = sent();
    expect(codeOf(() => take(task, { step: 'return' }, '2026-09-28'))).toBe('step-incomplete');
    const back = take(task, { step: 'return', reason: 'not-competent' }, '2026-09-28');
    expect(back.state).toBe('returned');
  });

  it('is refused where something is missing, twice read or out of time', () => {
    const task = sent();
    const about = { clue: null, supervision: null, case: null };
    expect(codeOf(() => sent({ about }))).toBe('missing-field');
    expect(codeOf(() => sent({ receiptDays: 0 }))).toBe('schema');
    expect(codeOf(() => take(task, { step: 'receipt' }, '2026-09-28'))).toBe('step-incomplete');
    const answer = { step: 'answer', text: '已办。', result: 'done' } as const;
    expect(codeOf(() => take(task, answer, '2026-09-28'))).toBe('step-not-allowed');
    for (const on of ['2026-09-23', '2026-10-01']) {
      const receipt = { ...RECEIPT, on };
      expect(codeOf(() => take(task, { step: 'receipt', receipt }, '2026-09-30'))).toBe('inverted');
    }
    const accepted = take(task, { step: 'receipt', receipt: RECEIPT }, '2026-09-30');
    const stale = { step: 'withdraw', text: '撤回。', version: 0 } as const;
    expect(codeOf(() => stepTask(accepted, stale, 'supervisor', { on: '2026-09-30' }))).toBe(
      'changed-meanwhile',
    );
  });

  it('tells the log kinds and numbers, never a name or a word', () => {
    const { data } = sendTask(NEW);
    expect(EVENT_DATA.task.parse(data)).toEqual(data);
    expect(data).toEqual({
      task: NEW.id,
      direction: 'out',
      body: 'discipline',
      kind: 'hand-over',
      about: { supervision: '示司监〔2026〕3号' },
      days: 5,
      due: '2026-10-09',
    });
  });

  it('goes out as a letter with the slip of its receipt, and comes in with the sides changed', () => {
    const html = taskPage(sent(), '示例区司法局');
    expect(html).toContain('<h1>移送处理函</h1>');
    expect(html).toContain('<p>示例区纪委监委：</p>');
    expect(html).toContain('次日起5个工作日内寄回回执');
    expect(html).toContain('<h2>回执</h2><p>示例区司法局：</p>');
    expect(html).toContain('【编号：');
    expect(html).toContain('size:A4');
    expect(taskPage(structuredClone(sent()), '示例区司法局')).toBe(html);
    const back = taskPage(sent({ direction: 'in' }), '示例区司法局');
    expect(back).toContain('<h2>回执</h2><p>示例区纪委监委：</p>');
  });
});
