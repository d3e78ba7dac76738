import { describe, expect, it } from 'vitest';
import { RULE } from '../../discretion/fixtures/food-122.ts';
import { addDays } from '../../text/index.ts';
import type { CaseHistory, CodeHistory } from '../events/case-history.ts';
import { type AlertOptions, alertsOf } from './alerts.ts';
import { ALERT_THRESHOLDS } from './default-thresholds.ts';
import {
  AS_IT_SHOULD,
  caseOf,
  DECIDED,
  ISSUED,
  Log,
  ordinary,
  withStage,
} from './fixtures/histories.ts';
import { learnPace } from './pace.ts';
import { RULES } from './rules.ts';
import type { RuleId, Thresholds } from './thresholds.ts';

const TODAY = '2026-11-22';

interface Planted {
  readonly cases: CaseHistory[];
  readonly options?: Partial<AlertOptions>;
  /** What the alert says of the planted case, which is the last one. */
  readonly says: object;
}

const until = (stage: string, days?: Readonly<Record<string, number>>) => {
  const all = Object.entries({ ...AS_IT_SHOULD, ...days });
  const last = all.findIndex(([name]) => name === stage);
  return Object.fromEntries(all.slice(0, last + 1));
};
const without = (stage: string) =>
  Object.fromEntries(Object.entries(AS_IT_SHOULD).filter(([name]) => name !== stage));

function codeOf(log: Log, day: string, part: Partial<CodeHistory>): CodeHistory {
  return {
    ...log.entry(day),
    codeId: 'second',
    issued: ISSUED,
    firstViewed: null,
    ended: null,
    decided: null,
    ...part,
  };
}

/** In shadow by default: tried as if it were on. */
function switchedOn(id: RuleId): Thresholds {
  const rules = structuredClone(ALERT_THRESHOLDS.rules);
  rules[id].state = 'on';
  return { ...ALERT_THRESHOLDS, rules };
}

/** One planted case for every rule: the type holds the two lists equal. */
const PLANTED: Record<RuleId, (log: Log) => Planted> = {
  'period-missed': (log) => ({
    cases: [
      caseOf(log, {
        id: 'planted',
        filed: '2026-03-02',
        stages: { ...AS_IT_SHOULD, decided: 100, served: 102, executed: 110, closed: 116 },
      }),
    ],
    // Filed on 2 March; the 90th day, 31 May, is a Sunday.
    says: { about: 'decide', due: '2026-06-01', days: -9, on: '2026-06-02', level: 'medium' },
  }),
  'clue-unchecked': (log) => ({
    cases: [],
    options: {
      clues: [
        {
          id: 'planted',
          authority: log.authority,
          caseNumber: null,
          received: { ...log.entry('2026-10-12'), on: '2026-10-12' },
          settled: null,
          stops: [],
          extended: 0,
        },
      ],
    },
    says: { case: 'planted', due: '2026-11-02', days: -20, level: 'high' },
  }),
  'objection-overdue': (log) => {
    const history = caseOf(log, { id: 'planted', filed: '2026-03-02' });
    const objection = {
      ...log.entry('2026-04-20'),
      codeId: 'planted-code',
      disputed: null,
      steps: [],
      escalations: [log.entry('2026-05-08')],
      state: 'received',
      result: null,
    };
    return {
      cases: [{ ...history, objections: [objection] }],
      says: { on: '2026-05-08', level: 'medium' },
    };
  },
  stalled: (log) => ({
    cases: [caseOf(log, { id: 'planted', filed: '2026-10-01', stages: until('evidence') })],
    options: { today: '2026-11-21' },
    // Last entry on 21 October, 30 days: the 31st is 21 November.
    says: { about: 'idle', on: '2026-11-21', due: '2026-11-20', days: -1, level: 'low' },
  }),
  'number-vanished': (log) => {
    const history = caseOf(log, { id: 'planted', filed: '2026-03-02' });
    const gone = { ...log.entry('2026-09-01'), codeId: null, part: 'case', gone: true };
    return { cases: [{ ...history, changes: [gone] }], says: { on: '2026-09-01', level: 'high' } };
  },
  'code-dropped': (log) => {
    const history = caseOf(log, { id: 'planted', filed: '2026-08-03', stages: until('noticed') });
    const [code] = history.codes;
    const ended = { ...log.entry('2026-09-14'), how: 'withdrawn' as const };
    return {
      cases: [{ ...history, codes: code ? [{ ...code, ended }] : [] }],
      // 20 September and 10 October are worked, 25 to 27 September and 1 to 7 October are not.
      says: { codeId: 'planted-code', due: '2026-10-10' },
    };
  },
  'notice-altered': (log) => {
    const history = caseOf(log, { id: 'planted', filed: '2026-03-02' });
    const change = {
      ...log.entry('2026-04-30'),
      codeId: 'planted-code',
      part: '告知书',
      gone: false,
    };
    return {
      cases: [{ ...history, changes: [change] }],
      says: { on: '2026-04-30', level: 'high' },
    };
  },
  'step-skipped': (log) => ({
    cases: [caseOf(log, { id: 'planted', filed: '2026-03-02', stages: without('review') })],
    says: { about: 'review', level: 'high', on: '2026-04-04' },
  }),
  'two-live-codes': (log) => {
    const history = caseOf(log, { id: 'planted', filed: '2026-03-02' });
    return {
      cases: [{ ...history, codes: [...history.codes, codeOf(log, '2026-04-10', {})] }],
      says: { about: 'planted-code second', on: '2026-04-10', level: 'high' },
    };
  },
  'departure-unexplained': (log) => ({
    cases: [caseOf(log, { id: 'planted', filed: '2026-03-02', issued: { fine: 7_700_000 } })],
    says: { codeId: 'planted-code', level: 'medium' },
  }),
  'far-from-like-cases': (log) => ({
    cases: [
      caseOf(log, {
        id: 'planted',
        filed: '2026-03-02',
        issued: { fine: 1_500_000, flags: ['departure'], range: { min: 0, max: 10_000_000 } },
      }),
    ],
    says: { about: 'light', level: 'high' },
  }),
  'fine-outside': (log) => ({
    cases: [
      caseOf(log, {
        id: 'planted',
        filed: '2026-03-02',
        issued: {
          fine: 10_000_001,
          suggestion: 10_000_001,
          range: { min: 6_500_000, max: 20_000_000 },
        },
      }),
    ],
    options: { ruleOf: () => RULE },
    says: { about: 'told planted-code', level: 'high' },
  }),
  'heavier-than-notice': (log) => ({
    cases: [
      caseOf(log, {
        id: 'planted',
        filed: '2026-03-02',
        decided: { fine: 7_000_001, differs: 'other' },
      }),
    ],
    says: { about: 'decided planted-code', level: 'high' },
  }),
  'times-impossible': (log) => ({
    cases: [
      caseOf(log, { id: 'planted', filed: '2026-03-02', stages: { ...AS_IT_SHOULD, review: 35 } }),
    ],
    says: { about: 'review-done noticed', level: 'medium' },
  }),
  'defence-cut-short': (log) => ({
    // Notice on Tuesday 7 April, five working days end on the 14th.
    cases: [
      caseOf(log, {
        id: 'planted',
        filed: '2026-03-05',
        stages: { ...AS_IT_SHOULD, decided: 40, served: 42, executed: 50, closed: 56 },
      }),
    ],
    says: { due: '2026-04-14', level: 'medium' },
  }),
  'collegial-record-missing': (log) => {
    const heard = (id: string) => ({
      ...AS_IT_SHOULD,
      'hearing-held': 42,
      ...(id !== 'planted' && { discussed: 45 }),
    });
    return {
      cases: [
        ...Array.from({ length: 25 }, (_, i) =>
          caseOf(log, { id: `heard-${i}`, filed: addDays('2026-01-05', i), stages: heard('') }),
        ),
        caseOf(log, { id: 'planted', filed: '2026-03-02', stages: heard('planted') }),
      ],
      says: { about: 'discussed', level: 'high' },
    };
  },
  'decision-at-risk': (log) => ({
    cases: [
      caseOf(log, {
        id: 'planted',
        filed: '2026-08-31',
        stages: until('evidence', { evidence: 66 }),
      }),
    ],
    options: {
      today: '2026-11-10',
      thresholds: switchedOn('decision-at-risk'),
      pace: learnPace(ordinary(new Log()), '2026-07-01'),
    },
    // Earlier cases needed 28 days from the end of the investigation; 20 are left.
    says: { warning: true, due: '2026-11-30', days: 20, level: 'low' },
  }),
};

describe('the rules', () => {
  it('are those of the file of thresholds, and each is planted here', () => {
    const ids = RULES.map(({ id }) => id).sort();
    expect(Object.keys(ALERT_THRESHOLDS.rules).sort()).toEqual(ids);
    expect(Object.keys(PLANTED).sort()).toEqual(ids);
  });

  it('raise nothing in ordinary cases', () => {
    expect(alertsOf(ordinary(new Log()), { today: TODAY })).toEqual([]);
  });

  it.each(RULES.map(({ id }) => id))('%s finds what is planted, once, and nothing else', (id) => {
    const log = new Log();
    const around = ordinary(log);
    const { cases, options, says } = PLANTED[id](log);
    const alerts = alertsOf([...around, ...cases], { today: TODAY, ...options });
    const own = alerts.filter(({ rule }) => rule === id);
    expect(own).toHaveLength(1);
    expect(own[0]).toMatchObject(says);
    expect(own[0]?.case).toMatch(/planted/);
    expect(own[0]?.evidence.length).toBeGreaterThan(0);
    expect(own[0]?.calculation.quantities.length).toBeGreaterThan(0);
    expect(own[0]?.question.zh).toMatch(/？$/);
    expect(own[0]?.question.en).toMatch(/\?$/);
    // Another rule may speak of the planted case too, never of an ordinary one.
    for (const alert of alerts) expect(alert.case).toMatch(/planted/);
  });
});

describe('what rules leave alone', () => {
  const quiet = (id: RuleId, history: CaseHistory, log: Log, options: Partial<AlertOptions> = {}) =>
    expect(
      alertsOf([...ordinary(log), history], { today: TODAY, ...options }).filter(
        ({ rule }) => rule === id,
      ),
    ).toEqual([]);

  it('does not count days on which the clock stood still', () => {
    const log = new Log();
    const stages = {
      ...AS_IT_SHOULD,
      'test-sent': 10,
      'test-returned': 30,
      decided: 100,
      served: 102,
      executed: 110,
      closed: 116,
    };
    quiet('period-missed', caseOf(log, { id: 'a', filed: '2026-03-02', stages }), log);
    const told = { ...AS_IT_SHOULD, decided: 100, served: 102, executed: 110, closed: 116 };
    quiet('period-missed', caseOf(log, { id: 'b', filed: '2026-03-02', stages: told }), log, {
      stopsOf: () => [{ kind: 'suspension', from: '2026-03-10', to: '2026-03-30' }],
    });
  });

  it('grants thirty days that were extended, and says nothing of an extension without a length', () => {
    const late = (decided: number, extended: Readonly<Record<string, number>>) => ({
      ...AS_IT_SHOULD,
      ...extended,
      decided,
      served: decided + 2,
      executed: decided + 5,
      closed: decided + 9,
    });
    const log = new Log();
    const once = caseOf(log, { id: 'a', filed: '2026-03-02', stages: late(119, { extended: 80 }) });
    quiet('period-missed', once, log);
    const beyond = caseOf(log, {
      id: 'b',
      filed: '2026-03-02',
      stages: late(130, { extended: 80 }),
    });
    expect(alertsOf([beyond], { today: TODAY }).map(({ rule }) => rule)).toContain('period-missed');
    const again = withStage(log, beyond, 'extended', '2026-06-29');
    quiet('period-missed', again, log);
  });

  it('says nothing of a step that the case system never shows', () => {
    const log = new Log();
    const cases = Array.from({ length: 40 }, (_, i) =>
      caseOf(log, { id: `n-${i}`, filed: addDays('2026-01-05', i), stages: without('review') }),
    );
    expect(alertsOf(cases, { today: TODAY })).toEqual([]);
    const noService = cases.map((one) => ({
      ...one,
      stages: one.stages.filter(({ stage }) => !['served', 'executed', 'closed'].includes(stage)),
    }));
    expect(
      alertsOf(noService, { today: '2026-04-01' }).filter(({ rule }) => rule === 'period-missed'),
    ).toEqual([]);
  });

  it('takes a replaced code for the correction of an altered paper', () => {
    const log = new Log();
    const history = caseOf(log, { id: 'a', filed: '2026-03-02', decided: null });
    const [code] = history.codes;
    if (!code) throw new Error('the case has a code');
    const changed = { ...log.entry('2026-04-08'), codeId: 'a-code', part: '告知书', gone: false };
    const ended = { ...log.entry('2026-04-09'), how: 'corrected' as const };
    const next = codeOf(log, '2026-04-09', { at: ended.at });
    const corrected = { ...history, codes: [{ ...code, ended }, next], changes: [changed] };
    quiet('notice-altered', corrected, log);
    quiet('two-live-codes', corrected, log);
  });

  it('leaves alone a case that waits for a reconsideration, is closed, or was never filed', () => {
    const log = new Log();
    const open = caseOf(log, { id: 'a', filed: '2026-03-02', stages: until('served') });
    const remedy = {
      ...log.entry('2026-04-25'),
      kind: 'reconsideration' as const,
      state: 'pending' as const,
      on: '2026-04-25',
      confirmed: true,
    };
    quiet('stalled', { ...open, remedies: [remedy] }, log);
    quiet('stalled', caseOf(log, { id: 'b', filed: '2026-03-02' }), log);
    expect(
      alertsOf([{ ...open, remedies: [remedy, { ...remedy, state: 'ended' }] }], {
        today: TODAY,
      }).map(({ rule }) => rule),
    ).toContain('stalled');
  });

  it('asks about a heavier new notice only where the facts are the same', () => {
    const log = new Log();
    const history = caseOf(log, { id: 'a', filed: '2026-03-02', decided: null });
    const [code] = history.codes;
    if (!code) throw new Error('the case has a code');
    const ended = { ...log.entry('2026-04-09'), how: 'corrected' as const };
    const renotified = (facts: [number, number][]) => ({
      ...history,
      codes: [
        { ...code, ended },
        codeOf(log, '2026-04-09', {
          at: ended.at,
          issued: { ...ISSUED, fine: 8_000_000, suggestion: 8_000_000, facts },
        }),
      ],
    });
    quiet('heavier-than-notice', renotified([[1, 990_000]]), log);
    const same = alertsOf([renotified([[1, 800_000]])], { today: TODAY });
    expect(same.filter(({ rule }) => rule === 'heavier-than-notice')).toMatchObject([
      { level: 'medium' },
    ]);
  });

  it('takes 减轻 for what it is, and a fine under 不予 for a question', () => {
    const log = new Log();
    const lawful = { ruleOf: () => RULE };
    const mitigated = {
      tier: 2,
      fine: 4_000_000,
      suggestion: null,
      range: { min: 0, max: 4_999_999 },
    };
    quiet(
      'fine-outside',
      caseOf(log, { id: 'a', filed: '2026-03-02', issued: mitigated, decided: { tier: 2 } }),
      log,
      lawful,
    );
    const waived = { tier: 1, fine: 1, suggestion: null, range: null };
    const asked = alertsOf(
      [caseOf(log, { id: 'b', filed: '2026-03-02', issued: waived, decided: { tier: 1 } })],
      { today: TODAY },
    );
    expect(asked.map(({ rule }) => rule)).toContain('fine-outside');
  });

  it('counts the 核查 of a case from its clue to its filing, or to the decision not to file', () => {
    const log = new Log();
    // Fifteen working days from 12 October end on 2 November.
    const clue = (ends: Readonly<Record<string, string>>) => ({
      ...caseOf(log, { id: 'planted', filed: '2026-10-12', stages: {} }),
      stages: Object.entries({ 'clue-received': '2026-10-12', ...ends }).map(([stage, on]) => ({
        ...log.entry(on),
        stage,
        on,
        source: stage,
      })),
    });
    const rules = (ends: Readonly<Record<string, string>>) =>
      alertsOf([clue(ends)], { today: '2026-11-10' }).map(({ rule, days }) => [rule, days]);
    expect(rules({ 'not-filed': '2026-11-02' })).toEqual([]);
    expect(rules({ filed: '2026-11-02' })).toEqual([]);
    expect(rules({ filed: '2026-11-03' })).toEqual([['clue-unchecked', -1]]);
    expect(rules({})).toEqual([['clue-unchecked', -8]]);
    expect(rules({ 'test-sent': '2026-10-13', 'test-returned': '2026-10-20' })).toEqual([
      ['clue-unchecked', -1],
    ]);
  });

  it('is content with an objection on which somebody acted after it was escalated', () => {
    const log = new Log();
    const history = caseOf(log, { id: 'a', filed: '2026-03-02' });
    const objection = {
      ...log.entry('2026-04-20'),
      codeId: 'a-code',
      disputed: null,
      escalations: [log.entry('2026-05-08')],
      steps: [{ ...log.entry('2026-05-09'), step: 'accepted', data: null }],
      state: 'accepted',
      result: null,
    };
    quiet('objection-overdue', { ...history, objections: [objection] }, log);
    const again = {
      ...objection,
      escalations: [...objection.escalations, log.entry('2026-06-05')],
    };
    const raised = alertsOf([{ ...history, objections: [again] }], { today: TODAY });
    expect(raised).toMatchObject([
      { rule: 'objection-overdue', on: '2026-06-05', level: 'medium' },
    ]);
    quiet('objection-overdue', { ...history, objections: [{ ...again, state: 'answered' }] }, log);
  });

  it('takes a step inside the band for what the band is for', () => {
    const log = new Log();
    // A third lighter than all others, and a tenth of the band away from them.
    const wide = { suggestion: 300_000, range: { min: 0, max: 1_000_000 }, flags: ['departure'] };
    const around = Array.from({ length: 60 }, (_, i) =>
      caseOf(log, {
        id: `w-${i}`,
        filed: addDays('2026-01-05', i),
        issued: { ...wide, fine: 300_000 },
      }),
    );
    const at = (fine: number) =>
      alertsOf(
        [...around, caseOf(log, { id: 'step', filed: '2026-03-02', issued: { ...wide, fine } })],
        {
          today: TODAY,
        },
      ).map(({ rule }) => rule);
    expect(at(200_000)).toEqual([]);
    expect(at(799_999)).toEqual([]);
    expect(at(800_000)).toEqual(['far-from-like-cases']);
  });

  it('says nothing without a reason only where there is none', () => {
    const log = new Log();
    const explained = { fine: 7_700_000, flags: ['departure'] };
    quiet(
      'departure-unexplained',
      caseOf(log, { id: 'a', filed: '2026-03-02', issued: explained }),
      log,
    );
  });

  it('waits until every first day is over', () => {
    const log = new Log();
    const open = caseOf(log, { id: 'a', filed: '2026-10-01', stages: until('evidence') });
    quiet('stalled', open, log, { today: '2026-11-20' });
    const clue = (received: string) => ({
      clues: [
        {
          id: 'c',
          authority: log.authority,
          caseNumber: null,
          received: { ...log.entry(received), on: received },
          settled: null,
          stops: [],
          extended: 0,
        },
      ],
    });
    // Fifteen working days from 12 October end on 2 November.
    expect(alertsOf([], { today: '2026-11-02', ...clue('2026-10-12') })).toMatchObject([
      { warning: true, days: 0 },
    ]);
    expect(alertsOf([], { today: '2026-11-03', ...clue('2026-10-12') })).toMatchObject([
      { warning: false, days: -1 },
    ]);
    const decided = caseOf(log, {
      id: 'd',
      filed: '2026-03-05',
      stages: { ...AS_IT_SHOULD, decided: 41, served: 43, executed: 50, closed: 56 },
    });
    quiet('defence-cut-short', decided, log);
    expect(DECIDED.outcome).toBe('penalty');
  });
});
