import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { WORKDAYS, workCalendar } from '../../deadlines/index.ts';
import { EVENT_DATA } from '../events/event-data.ts';
import {
  instrumentPage,
  lateItems,
  loadSupervision,
  type NewSupervision,
  openOpinions,
  openSupervision,
  overdueCases,
  publicReply,
  SUPERVISION_STATES,
  SUPERVISION_STEPS,
  type SupervisionActor,
  type SupervisionCase,
  type SupervisionRequest,
  type SupervisionState,
  stepSupervision,
  submissionDraft,
} from './index.ts';

const HASH = 'ab'.repeat(32);
const evidence = (number: number) => ({
  number,
  what: `退款凭证${number}`,
  source: '示例区市场监督管理局',
  obtained: '2026-10-09',
  sha256: HASH,
  custody: [
    { on: '2026-10-09', by: '示例区市场监督管理局' },
    { on: '2026-10-10', by: '示例区司法局' },
  ],
});
const NEW: NewSupervision = {
  id: '示司监〔2026〕3号',
  supervisor: '示例区司法局',
  authority: { code: '11330106002489128X', name: '示例区市场监督管理局' },
  case: '示市监案〔2026〕7号',
  situation: 'decision',
  clue: 'clue-7',
  bodies: { lead: { code: '11330106MB0000001X', name: '示例区司法局' }, support: [] },
  days: 10,
  opinion: {
    instrument: '意见书',
    finding: '罚款超出裁量基准的幅度，且没有记载理由。<b>',
    reasoning: '基准已经公布，偏离应当说明理由。',
    decision: '请重新裁量并书面说明。',
    served: '2026-09-24',
  },
  items: [
    { text: '重新作出决定', owner: '法规科', due: '2026-10-10' },
    { text: '培训', owner: '办公室', due: '2026-10-12' },
  ],
  evidence: [evidence(1)],
};
const opened = (more: Partial<NewSupervision> = {}) =>
  openSupervision({ ...NEW, ...more }, { remedy: null }).supervision;

const take = (
  supervision: SupervisionCase,
  request: Omit<SupervisionRequest, 'version'>,
  by: SupervisionActor,
  on = '2026-10-09',
  remedy: 'suit' | null = null,
): SupervisionCase => {
  const after = stepSupervision(supervision, { version: supervision.version, ...request }, by, {
    on,
    remedy,
  });
  expect(EVENT_DATA['supervision-step'].safeParse(after.data).success).toBe(true);
  expect(loadSupervision(after.supervision)).toEqual({ ok: true, value: after.supervision });
  return after.supervision;
};
const refused = (run: () => unknown): unknown => {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('was not refused');
};

const RESPONSE = {
  step: 'respond',
  text: '已重新作出决定。',
  evidence: [evidence(2)],
} as const;
const CLOSE = {
  step: 'close',
  text: '予以办结。',
  result: 'corrected',
  items: [
    { number: 1, evidence: [2] },
    { number: 2, evidence: [1, 2] },
  ],
} as const;

describe('chidu-supervision/1', () => {
  const kept = new URL('fixtures/supervision-1.json', import.meta.url);
  const first = JSON.parse(readFileSync(kept, 'utf8'));

  it('is read as it was written first, and refused by its places', () => {
    expect(loadSupervision(first)).toEqual({ ok: true, value: first });
    expect(loadSupervision({ ...first, days: 0, state: 'lost' })).toMatchObject({
      ok: false,
      issues: [{ at: '/days' }, { at: '/state' }],
    });
  });
});

describe('the flow', () => {
  it('takes a result from whoever closes it, and from no answer of the authority', () => {
    const request = { ...RESPONSE, version: 0, result: 'corrected' } as const;
    const at = { on: '2026-10-09', remedy: null };
    const answered = stepSupervision(opened(), request, 'head', at);
    expect(answered.supervision.steps).toMatchObject([{ step: 'respond', result: null }]);
    expect(answered.data).not.toHaveProperty('result');
  });

  it('leads from every open state to an end, and reaches every state from the first', () => {
    const next = (state: string) =>
      Object.values(SUPERVISION_STEPS)
        .filter(({ from }) => (from as readonly string[]).includes(state))
        .map(({ to }) => (to ?? state) as SupervisionState);
    const reach = (from: SupervisionState) => {
      const found = new Set<SupervisionState>([from]);
      for (const state of found) for (const to of next(state)) found.add(to);
      return found;
    };
    expect([...reach('issued')].sort()).toEqual(Object.keys(SUPERVISION_STATES).sort());
    for (const [state, { who }] of Object.entries(SUPERVISION_STATES)) {
      if (who === null) continue;
      const ends = [...reach(state as SupervisionState)].filter(
        (one) => SUPERVISION_STATES[one].who === null,
      );
      expect(ends, state).not.toEqual([]);
    }
  });

  it('closes nothing that the authority has not answered', () => {
    const closing = Object.values(SUPERVISION_STEPS).filter(({ to }) => to === 'closed');
    expect(closing.map(({ from }) => from)).toEqual([['responded']]);
    const answering = Object.values(SUPERVISION_STEPS).filter(({ to }) => to === 'responded');
    expect(answering.map(({ by }) => by)).toEqual(['head']);
    expect(refused(() => take(opened(), CLOSE, 'supervisor'))).toMatchObject({
      code: 'step-not-allowed',
    });
  });
});

describe('the last day', () => {
  it('is counted in working days over the National Day of 2026, make-up days included', () => {
    // Served on Thursday, 24 September. 25 to 27 September and 1 to 7 October are holidays, Saturday 10 October is worked. By hand:
    // 28, 29, 30 September; 8, 9, 10, 12, 13, 14, 15 October.
    const { due, bound } = opened();
    expect(due).toBe(bound);
    expect(due).toBe('2026-10-15');
  });

  it('is none where the holidays of the year are not published', () => {
    const { due, bound } = opened({ opinion: { ...NEW.opinion, served: '2026-12-29' } });
    expect([due, bound >= '2027-01-01']).toEqual([null, true]);
  });
});

describe('a supervision case', () => {
  it('tells the log nothing in words', () => {
    const { supervision, data } = openSupervision(NEW, { remedy: null });
    expect(EVENT_DATA.supervision.parse(data)).toEqual(data);
    expect(JSON.stringify(data)).not.toMatch(/罚款|基准|重新/);
    expect(supervision.items.map(({ number, closed }) => [number, closed])).toEqual([
      [1, null],
      [2, null],
    ]);
  });

  it('is corrected with evidence, closed, opened again, and keeps its history', () => {
    const answered = take(opened(), RESPONSE, 'head');
    expect(answered.items.map(({ closed }) => closed)).toEqual([null, null]);
    const closed = take(answered, CLOSE, 'supervisor');
    expect(closed.items.map((item) => item.closed?.evidence)).toEqual([[2], [1, 2]]);
    const again = take(
      closed,
      { step: 'reopen', text: '出现新情况。', days: 5 },
      'supervisor',
      '2026-11-02',
    );
    expect([again.state, again.due, again.from]).toEqual(['issued', '2026-11-09', '2026-11-02']);
    expect(again.steps.map(({ step, state }) => [step, state])).toEqual([
      ['respond', 'responded'],
      ['close', 'closed'],
      ['reopen', 'issued'],
    ]);
    expect(refused(() => take(again, CLOSE, 'supervisor'))).toMatchObject({
      code: 'step-not-allowed',
    });
  });

  it('asks for evidence of a correction, and of every item', () => {
    expect(
      refused(() => take(opened(), { step: 'respond', text: '已改正。' }, 'head')),
    ).toMatchObject({ code: 'step-incomplete', at: '/evidence' });
    expect(
      refused(() => take(opened(), { ...RESPONSE, evidence: [evidence(1)] }, 'head')),
    ).toMatchObject({ code: 'given-twice' });
    const answered = take(opened(), RESPONSE, 'head');
    const closing = (...items: { number: number; evidence: number[] }[]) =>
      refused(() => take(answered, { ...CLOSE, items }, 'supervisor'));
    expect(closing({ number: 1, evidence: [3] })).toMatchObject({
      code: 'unknown-reference',
      at: '/items/0/evidence',
    });
    expect(closing({ number: 1, evidence: [] })).toMatchObject({
      code: 'step-incomplete',
      at: '/items/0/evidence',
    });
    expect(closing({ number: 9, evidence: [2] })).toMatchObject({
      code: 'unknown-reference',
      at: '/items/0',
    });
    expect(closing({ number: 1, evidence: [1] }, { number: 1, evidence: [2] })).toMatchObject({
      code: 'given-twice',
      at: '/items/1',
    });
    expect(closing({ number: 1, evidence: [2] })).toMatchObject({
      code: 'step-incomplete',
      fields: { missing: ['items'] },
    });
  });

  it('leaves to the supervisor whether an item is done', () => {
    const [item] = CLOSE.items;
    expect(refused(() => take(opened(), { ...RESPONSE, items: [item] }, 'head'))).toMatchObject({
      code: 'step-not-allowed',
      at: '/items',
    });
    const sent = take(
      take(opened(), RESPONSE, 'head'),
      { step: 'return', text: '第二项未完成。', days: 5, items: [item] },
      'supervisor',
    );
    expect(sent.items.map(({ closed }) => closed?.evidence ?? null)).toEqual([[2], null]);
  });

  it('sets one to a hundred and eighty days', () => {
    const answered = take(opened(), RESPONSE, 'head');
    for (const days of [0, -1, 1.5, 181]) {
      expect(refused(() => opened({ days }))).toMatchObject({ code: 'schema', at: '/days' });
      expect(
        refused(() => take(answered, { step: 'return', text: '退回。', days }, 'supervisor')),
      ).toMatchObject({ code: 'schema', at: '/days' });
    }
  });

  it('is taken up again after it was revoked by a new instrument only, and never beside a remedy', () => {
    const contested = take(opened(), { step: 'contest', text: '不同意。' }, 'head');
    const revoked = take(contested, { step: 'revoke', text: '撤销。' }, 'supervisor');
    const reopen = { step: 'reopen', text: '重新办理。', days: 5 } as const;
    expect(refused(() => take(revoked, reopen, 'supervisor'))).toMatchObject({
      code: 'step-incomplete',
      fields: { missing: ['instrument'] },
    });
    const opinion = { ...NEW.opinion, instrument: '督办函', served: '2026-10-12' } as const;
    const again = take(revoked, { ...reopen, opinion }, 'supervisor', '2026-10-12');
    expect([again.state, again.from, again.due]).toEqual(['issued', '2026-10-12', '2026-10-19']);
    expect(again.opinions.map(({ instrument }) => instrument)).toEqual(['意见书', '督办函']);
    const steer = { step: 'steer', text: '已起诉。' } as const;
    const steered = take(opened(), steer, 'supervisor', '2026-10-09', 'suit');
    expect(refused(() => take(steered, { ...reopen, opinion }, 'supervisor'))).toMatchObject({
      code: 'step-not-allowed',
    });
  });

  it('is overdue once the holidays of its year are published, though it was issued before', () => {
    const early = opened({ opinion: { ...NEW.opinion, served: '2026-12-21' }, days: 10 });
    expect(early.due).toBeNull();
    expect(overdueCases([early], '2027-02-01')).toEqual([]);
    // An arrangement made up for this: New Year's Day alone is off.
    const calendar = workCalendar({ ...WORKDAYS, 2027: 'Y01011' });
    expect(overdueCases([early], '2027-01-05', { calendar })).toEqual([]);
    expect(overdueCases([early], '2027-01-06', { calendar })).toEqual([early]);
    expect(openOpinions([early], '2027-01-06', { calendar })).toMatchObject([
      { due: '2027-01-05', late: 1 },
    ]);
    const at = { on: '2027-01-06', remedy: null, calendar };
    const late = stepSupervision(early, { step: 'overdue', version: 0 }, 'service', at);
    expect(late.supervision).toMatchObject({ due: '2027-01-05', bound: '2027-01-05' });
    expect(late.data).toMatchObject({ state: 'submission-drafted', due: '2027-01-05' });
  });

  it('goes to a draft submission the day after its last day, and not a day before', () => {
    const one = opened();
    expect(refused(() => take(one, { step: 'overdue' }, 'service', '2026-10-15'))).toMatchObject({
      code: 'step-not-allowed',
    });
    expect(overdueCases([one], '2026-10-15')).toEqual([]);
    expect(overdueCases([one], '2026-10-16')).toEqual([one]);
    const late = take(one, { step: 'overdue' }, 'service', '2026-10-16');
    expect(late.state).toBe('submission-drafted');
    const sent = take(late, { step: 'submit', text: '已报送。' }, 'supervisor', '2026-10-19');
    const decision = { ...NEW.opinion, instrument: '决定书', served: '2026-10-26' } as const;
    const decided = take(
      sent,
      { step: 'escalate', text: '政府决定。', days: 5, opinion: decision },
      'supervisor',
      '2026-10-26',
    );
    expect([decided.state, decided.due]).toEqual(['issued', '2026-11-02']);
    expect(decided.opinions.map(({ instrument }) => instrument)).toEqual(['意见书', '决定书']);
  });

  it('takes no step down from one instrument to a weaker one', () => {
    const answered = take(opened(), RESPONSE, 'head');
    const weaker = { ...NEW.opinion, instrument: '督办函' } as const;
    expect(
      refused(() =>
        take(
          answered,
          { step: 'escalate', text: '改发。', days: 5, opinion: weaker },
          'supervisor',
        ),
      ),
    ).toMatchObject({ code: 'step-not-allowed', at: '/opinion/instrument' });
  });

  it('is contested by the authority, then upheld with days anew, or revoked', () => {
    const contested = take(opened(), { step: 'contest', text: '不同意。' }, 'head');
    const upheld = take(contested, { step: 'uphold', text: '维持。', days: 5 }, 'supervisor');
    expect([upheld.state, upheld.due]).toEqual(['issued', '2026-10-15']);
    expect(take(contested, { step: 'revoke', text: '撤销。' }, 'supervisor').state).toBe('revoked');
    for (const by of ['head', 'service'] as const) {
      expect(refused(() => take(contested, { step: 'revoke', text: '撤销。' }, by))).toMatchObject({
        code: 'step-not-allowed',
      });
    }
  });

  it('is not gone on with beside reconsideration or a suit', () => {
    expect(refused(() => openSupervision(NEW, { remedy: 'reconsideration' }))).toMatchObject({
      code: 'remedy-pending',
    });
    expect(refused(() => take(opened(), RESPONSE, 'head', '2026-10-09', 'suit'))).toMatchObject({
      code: 'remedy-pending',
      fields: { remedy: 'suit' },
    });
    const steer = { step: 'steer', text: '已起诉。' } as const;
    expect(take(opened(), steer, 'supervisor', '2026-10-09', 'suit').state).toBe('steered');
    expect(refused(() => take(opened(), steer, 'supervisor'))).toMatchObject({
      code: 'step-not-allowed',
    });
  });

  it('is changed by one of two who read the same version', () => {
    const one = opened();
    const answered = take(one, RESPONSE, 'head');
    expect(
      refused(() =>
        stepSupervision(answered, { ...RESPONSE, version: one.version }, 'head', {
          on: '2026-10-09',
          remedy: null,
        }),
      ),
    ).toMatchObject({ code: 'changed-meanwhile', fields: { version: 1 } });
  });
});

describe('the lists', () => {
  const young = opened({
    id: 'B',
    opinion: { ...NEW.opinion, served: '2026-10-15' },
    days: 20,
  });

  it('show open opinions with their age, the latest first, and none that has ended', () => {
    const closed = take(take(opened({ id: 'C' }), RESPONSE, 'head'), CLOSE, 'supervisor');
    expect(openOpinions([young, closed, opened()], '2026-10-20')).toMatchObject([
      { id: NEW.id, who: 'authority', age: 26, late: 5, openItems: [1, 2] },
      { id: 'B', age: 5, late: 0 },
    ]);
  });

  it('show until when the supervisor has to act, whose days no change of bodies begins anew', () => {
    const [first] = openOpinions([opened()], '2026-10-09');
    expect([first?.who, first?.turnUntil]).toEqual(['authority', first?.due]);
    const bodies = NEW.bodies;
    const answered = take(opened(), RESPONSE, 'head');
    const changed = take(
      answered,
      { step: 'lead', text: '变更。', bodies },
      'supervisor',
      '2026-10-12',
    );
    // Ten working days from Friday, 9 October; the Saturday after it is worked.
    for (const one of [answered, changed]) {
      expect(openOpinions([one], '2026-10-12')).toMatchObject([
        { who: 'supervisor', turnUntil: '2026-10-22' },
      ]);
    }
  });

  it('show items whose day has passed', () => {
    const { items } = opened();
    expect(lateItems(items, '2026-10-10')).toEqual([]);
    expect(lateItems(items, '2026-10-11').map(({ number }) => number)).toEqual([1]);
    expect(lateItems(items, '2026-12-01').map(({ number }) => number)).toEqual([1, 2]);
    const { items: done } = take(take(opened(), RESPONSE, 'head'), CLOSE, 'supervisor');
    expect(lateItems(done, '2026-12-01')).toEqual([]);
  });
});

describe('the documents', () => {
  it.each(['督办函', '意见书', '决定书'] as const)(
    '%s stands alone, prints and signs nothing',
    (name) => {
      const one = opened({ opinion: { ...NEW.opinion, instrument: name } });
      const html = instrumentPage(one);
      expect(instrumentPage(structuredClone(one))).toBe(html);
      expect(html).toContain(`<h1>行政执法监督${name}</h1>`);
      expect(html).toContain('lang="zh-CN"');
      expect(html).toContain('size:A4');
      expect(html).not.toMatch(/<script|<b>|(?:src|href)=/);
      for (const part of [HASH, '2026-10-10 示例区司法局', '期限届满日为2026-10-15', '第三十条'])
        expect(html).toContain(part);
      for (const left of ['文号', '签名', '签发日期']) expect(html).toContain(`【${left}：`);
      expect(html.includes('【本级人民政府：')).toBe(name === '决定书');
      expect(html.includes('提请本级人民政府处理')).toBe(name !== '决定书');
      expect(instrumentPage(one, { number: '示司监意〔2026〕3号' })).not.toContain('【文号：');
    },
  );

  it('count from the day of the step where the days were set anew', () => {
    expect(instrumentPage(opened())).toContain('自送达之日（2026-09-24）的次日起10个工作日内');
    const contested = take(opened(), { step: 'contest', text: '不同意。' }, 'head');
    const upheld = take(contested, { step: 'uphold', text: '维持。', days: 5 }, 'supervisor');
    const html = instrumentPage(upheld);
    expect(html).toContain('自2026-10-09的次日起5个工作日内');
    expect(html).toContain('期限届满日为2026-10-15');
    expect(html).not.toContain('自送达之日');
  });

  it('say that a day is not known rather than name one', () => {
    const html = instrumentPage(opened({ opinion: { ...NEW.opinion, served: '2026-12-29' } }));
    expect(html).toContain('放假安排尚未公布');
    expect(html).not.toContain('期限届满日为');
  });

  it('draft the submission with every instrument, every answer and a blank for the proposal', () => {
    const late = take(opened(), { step: 'overdue' }, 'service', '2026-10-16');
    const html = submissionDraft(late);
    for (const part of [
      '草稿，未经审定',
      '没有收到书面反馈',
      '期限至2026-10-15届满',
      '【拟提请的处理意见：',
    ])
      expect(html).toContain(part);
    const answered = take(opened(), RESPONSE, 'head');
    expect(submissionDraft(answered)).toContain(RESPONSE.text);
  });

  it('answer the public when a case has ended, without a word of the texts', () => {
    const answered = take(opened(), RESPONSE, 'head');
    expect(publicReply(opened())).toBeNull();
    expect(publicReply(answered)).toBeNull();
    const reply = publicReply(take(answered, CLOSE, 'supervisor'));
    expect(reply).toBe(
      '示例区司法局就示例区市场监督管理局的决定违法或者明显不当问题，于2026-09-24送达行政执法监督意见书。该机关已改正并书面反馈，列明的2项事项均已凭证据完成，监督案件于2026-10-09办结。',
    );
  });
});
