import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, canonicalJson } from '../../text/index.ts';
import { ClueSource } from '../clues/index.ts';
import { raise } from './alert.ts';
import { alertsOf, alertsOfCase } from './alerts.ts';
import { clueSourceOf } from './clue-source.ts';
import { ALERT_THRESHOLDS } from './default-thresholds.ts';
import { AS_IT_SHOULD, caseOf, Log } from './fixtures/histories.ts';
import { knownOn } from './known-on.ts';
import { leadTimes } from './lead-time.ts';
import { learnPace } from './pace.ts';
import { RULES } from './rules.ts';
import { shadow } from './shadow.ts';
import { shownBy } from './shown.ts';
import { standingOf, type View } from './standing.ts';
import { loadThresholds, type Thresholds } from './thresholds.ts';

const TODAY = '2026-11-22';

/** An ordinary year with one case in eight late, some far. */
function year(count = 80, every = 2) {
  const log = new Log();
  return Array.from({ length: count }, (_, i) => {
    const late = i % 8 === 3;
    const decided = late ? 95 + (i % 5) : 48;
    const stages = late
      ? {
          ...AS_IT_SHOULD,
          evidence: 60,
          review: 68,
          noticed: 75,
          decided,
          served: decided + 2,
          executed: decided + 9,
          closed: decided + 14,
        }
      : AS_IT_SHOULD;
    return caseOf(log, { id: `c-${i}`, filed: addDays('2026-01-05', i * every), stages });
  });
}

describe('alerts', () => {
  const cases = year();

  it('are the same bytes again, in whatever order the cases come', () => {
    const once = canonicalJson(alertsOf(cases, { today: TODAY }));
    expect(canonicalJson(alertsOf(cases.toReversed(), { today: TODAY }))).toBe(once);
    expect(JSON.parse(once)).toHaveLength(10);
  });

  it('keep their id from the warning to the end, while the level follows the days', () => {
    const [planted] = cases.slice(3, 4);
    if (!planted) throw new Error('there is a late case');
    const on = (today: string) => {
      const known = knownOn(planted, today);
      return alertsOf(known ? [known] : [], { today, shown: shownBy(cases) })
        .filter(({ about }) => about === 'decide')
        .map(({ id, warning, level, days }) => ({ id, warning, level, days }));
    };
    // Filed on 11 January: the 90th day, 11 April, is a Saturday.
    const id = 'period-missed 11330106002489128X/c-3 decide';
    expect(on('2026-03-28')).toEqual([]);
    expect(on('2026-03-29')).toEqual([{ id, warning: true, level: 'low', days: 15 }]);
    expect(on('2026-04-13')).toEqual([{ id, warning: true, level: 'low', days: 0 }]);
    expect(on('2026-04-14')).toEqual([{ id, warning: false, level: 'medium', days: -1 }]);
  });

  it('of one case are those it has among all', () => {
    const shown = shownBy(cases);
    const single = cases.flatMap((one) => alertsOfCase(one, { today: TODAY, shown }));
    expect(single.map(({ id }) => id).sort()).toEqual(
      alertsOf(cases, { today: TODAY })
        .map(({ id }) => id)
        .sort(),
    );
  });

  it('say nothing of a case from what was entered later', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: cases.length - 1 }),
        fc.integer({ min: 0, max: 120 }),
        (i, after) => {
          const history = cases[i];
          if (!history) return;
          const day = addDays(history.stages[0]?.on ?? '', after);
          const known = knownOn(history, day);
          for (const { day: entered } of known?.stages ?? []) expect(entered <= day).toBe(true);
          const alerts = alertsOf(known ? [known] : [], { today: day, shown: shownBy(cases) });
          for (const { on } of alerts) expect(on <= day).toBe(true);
        },
      ),
      { seed: 20261122, numRuns: 100 },
    );
  });

  it('find every late decision and accuse no other, however late it is', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 80, max: 130 }), { minLength: 1, maxLength: 12 }),
        (days) => {
          const log = new Log();
          const histories = days.map((decided, i) =>
            caseOf(log, {
              id: `p-${i}`,
              filed: '2026-03-02',
              stages: {
                ...AS_IT_SHOULD,
                decided,
                served: decided + 1,
                executed: decided + 3,
                closed: decided + 5,
              },
            }),
          );
          const found = alertsOf(histories, { today: TODAY }).filter(
            ({ about }) => about === 'decide',
          );
          // 2 March and 90 days is Sunday 31 May; Monday, the 91st day, is in time.
          const late = days.flatMap((decided, i) => (decided > 91 ? [`p-${i}`] : []));
          expect(found.map(({ caseNumber }) => caseNumber).sort()).toEqual(late.sort());
        },
      ),
      { seed: 20261122, numRuns: 40 },
    );
  });
});

describe('histories with holes', () => {
  const cases = year(24);

  it('raise no error, and nothing about another case', () => {
    const holes = fc.record({
      issued: fc.boolean(),
      decided: fc.boolean(),
      data: fc.boolean(),
      stages: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
      unknown: fc.boolean(),
    });
    fc.assert(
      fc.property(
        fc.nat(cases.length - 1),
        holes,
        (i, { issued, decided, data, stages, unknown }) => {
          const whole = cases[i];
          if (!whole) return;
          const holed = {
            ...whole,
            codes: whole.codes.map((code) => ({
              ...code,
              issued: issued ? code.issued : null,
              decided:
                decided && code.decided
                  ? { ...code.decided, data: data ? code.decided.data : null }
                  : null,
            })),
            stages: whole.stages
              .filter((_, k) => stages[k])
              .map((stage, k) =>
                unknown && k === 0 ? { ...stage, stage: 'of-another-system' } : stage,
              ),
          };
          const others = cases.filter((one) => one !== whole);
          const before = alertsOf(others, { today: TODAY, shown: shownBy(cases) }).map(
            ({ id }) => id,
          );
          const after = alertsOf([...others, holed], { today: TODAY, shown: shownBy(cases) });
          expect(after.filter(({ case: id }) => id !== whole.id).map(({ id }) => id)).toEqual(
            before,
          );
        },
      ),
      { seed: 20261122, numRuns: 100 },
    );
  });
});

describe('levels', () => {
  const { medium, high } = ALERT_THRESHOLDS.rules.stalled.levels;
  const level = (measure: number, warning = false) =>
    raise(
      'stalled',
      { id: 'a/1', authority: 'a', caseNumber: '1' },
      {
        about: 'x',
        on: TODAY,
        measure,
        warning,
        evidence: [],
        quantities: [],
        cite: [],
        question: { zh: '？', en: '?' },
      },
      ALERT_THRESHOLDS,
    ).level;

  it('begin exactly where the file says', () => {
    expect([medium, high]).toEqual([45, 60]);
    expect([44, 45, 59, 60].map((measure) => level(measure))).toEqual([
      'low',
      'medium',
      'medium',
      'high',
    ]);
  });

  it('of a warning are low', () => {
    expect(level(1000, true)).toBe('low');
  });
});

describe('thresholds', () => {
  it('are read back as they are', () => {
    const loaded = loadThresholds(JSON.parse(JSON.stringify(ALERT_THRESHOLDS)));
    expect(loaded).toEqual({ ok: true, value: ALERT_THRESHOLDS });
  });

  it('of version 1 stay readable', () => {
    const kept = new URL('fixtures/thresholds-1.json', import.meta.url);
    expect(loadThresholds(JSON.parse(readFileSync(kept, 'utf8')))).toMatchObject({ ok: true });
  });

  it('are refused with every fault by its place', () => {
    const file = structuredClone(ALERT_THRESHOLDS) as unknown as {
      rules: Record<
        string,
        { levels: object; cite: object[]; why: object; values: Record<string, number> }
      >;
    };
    const { stalled } = file.rules;
    if (!stalled) throw new Error('the rule is there');
    stalled.levels = { medium: 60, high: 30 };
    stalled.cite = [];
    stalled.why = { zh: ' ' };
    expect(loadThresholds(file)).toMatchObject({
      ok: false,
      issues: [
        { code: 'inverted', at: '/rules/stalled/levels' },
        { code: 'missing-field', at: '/rules/stalled/why' },
      ],
    });
    stalled.values = { idle: 30, other: 1 };
    expect(loadThresholds(file)).toMatchObject({
      issues: [{ code: 'unknown-field', at: '/rules/stalled/values/other' }],
    });
    stalled.values = {};
    expect(loadThresholds(file)).toMatchObject({
      issues: [{ code: 'missing-field', at: '/rules/stalled/values/idle' }],
    });
  });
});

describe('a model in shadow', () => {
  const cases = year();
  const changed = (change: (rules: Thresholds['rules']) => void): Thresholds => {
    const thresholds = structuredClone(ALERT_THRESHOLDS);
    change(thresholds.rules);
    return thresholds;
  };

  it('that is the old one changes nothing', () => {
    const report = shadow({}, {}, cases, { today: TODAY });
    expect(report).toMatchObject({ cases: 80, same: 10, added: [], dropped: [], changed: [] });
  });

  it('reports every alert that it would raise, drop or weigh otherwise', () => {
    const off = changed((rules) => {
      rules['period-missed'].state = 'off';
    });
    expect(shadow({}, { thresholds: off }, cases, { today: TODAY })).toMatchObject({
      same: 0,
      added: [],
      dropped: { length: 10 },
      byRule: { 'period-missed': { before: 10, after: 0 } },
    });
    expect(shadow({ thresholds: off }, {}, cases, { today: TODAY }).added).toHaveLength(10);
    const heavier = changed((rules) => {
      rules['period-missed'].levels.high = 5;
    });
    const report = shadow({}, { thresholds: heavier }, cases, { today: TODAY });
    expect(report.changed.length).toBeGreaterThan(0);
    for (const { before, after } of report.changed)
      expect([before.level, after.level]).toEqual(['medium', 'high']);
  });

  it('tries what is in shadow, which otherwise raises nothing', () => {
    const pace = learnPace(cases, '2026-05-01');
    const today = '2026-05-20';
    const known = cases.flatMap((one) => knownOn(one, today) ?? []);
    const rules = alertsOf(known, { today, pace }).map(({ rule }) => rule);
    expect(rules).not.toContain('decision-at-risk');
    const { added } = shadow({}, {}, known, { today, pace });
    expect(added.length).toBeGreaterThan(0);
    expect(new Set(added.map(({ rule }) => rule))).toEqual(new Set(['decision-at-risk']));
  });
});

describe('warnings, learnt before a day and tried after it', () => {
  const cases = year(150, 1);
  const span = { from: '2026-06-01', to: '2026-08-16' };
  const pace = learnPace(cases, span.from);
  const rules = RULES.filter(({ id }) => id === 'period-missed' || id === 'decision-at-risk');
  const measure = (thresholds: Thresholds) =>
    leadTimes(cases, span, { thresholds, rules, pace, shown: shownBy(cases) });

  const calendar = measure(ALERT_THRESHOLDS);

  it('come before every period that is missed', () => {
    const found = calendar;
    expect(found.missed).toBeGreaterThan(4);
    expect(found.warned).toBe(found.missed);
    // Fifteen days ahead by the file, fewer for those whose warning lay before the span.
    expect(found.days.at(-1)).toBe(15);
  });

  it('come earlier where the pace of earlier cases is looked at, and mostly come true', () => {
    const thresholds = structuredClone(ALERT_THRESHOLDS);
    thresholds.rules['decision-at-risk'].state = 'on';
    const learnt = measure(thresholds);
    const middle = (days: readonly number[]) => days[Math.floor(days.length / 2)] ?? 0;
    expect(middle(learnt.days)).toBeGreaterThan(middle(calendar.days));
    expect(learnt.warned / learnt.missed).toBeGreaterThanOrEqual(0.9);
    expect(learnt.cameTrue / learnt.warnings).toBeGreaterThan(0.6);
  });

  it('learn nothing from what comes after', () => {
    const before = cases
      .map((one) => knownOn(one, addDays(span.from, -1)))
      .filter((one) => one !== null);
    expect(learnPace(before, span.from)).toEqual(pace);
  });
});

describe('an alert in the clue pool', () => {
  const alerts = alertsOf(year(), { today: TODAY });

  it('is a report with its own number, the same under every run', () => {
    const sources = alerts.map(clueSourceOf);
    for (const source of sources) expect(ClueSource.safeParse(source).success).toBe(true);
    expect(new Set(sources.map(({ name, number }) => `${name} ${number}`)).size).toBe(
      alerts.length,
    );
    expect(
      alertsOf(year(), { today: '2026-12-01' })
        .map(clueSourceOf)
        .map(({ number }) => number),
    ).toEqual(expect.arrayContaining(sources.map(({ number }) => number)));
  });
});

describe('an alert and what is said of it', () => {
  const [alert] = alertsOf(year(), { today: TODAY });
  if (!alert) throw new Error('there is an alert');
  const view = (part: Partial<View>): View => ({
    at: '2026-11-23T01:00:00Z',
    kid: 'kid-s',
    side: 'supervision',
    says: 'confirmed',
    reason: '核实',
    ...part,
  });

  it('keeps the level of the rule beside that of the person', () => {
    const standing = standingOf(alert, [view({ says: 'level', level: 'low' })], true);
    expect(standing.level).toEqual({ byRule: alert.level, byPerson: 'low' });
    expect(standing.state).toBe('open');
  });

  it('keeps both views of a contested finding', () => {
    const contested = view({
      at: '2026-11-24T01:00:00Z',
      side: 'supervised',
      says: 'contested',
      reason: '有延长批准',
    });
    const standing = standingOf(alert, [contested, view({})], true);
    expect(standing.state).toBe('contested');
    expect(standing.views.map(({ side }) => side)).toEqual(['supervision', 'supervised']);
    const settled = standingOf(
      alert,
      [contested, view({ at: '2026-11-25T01:00:00Z', says: 'explained' })],
      true,
    );
    expect(settled).toMatchObject({ state: 'explained', views: { length: 2 } });
  });

  it('does not let the supervised set a level or end it', () => {
    const own = [
      view({ side: 'supervised', says: 'level', level: 'low' }),
      view({ side: 'supervised', says: 'explained' }),
    ];
    expect(standingOf(alert, own, true)).toMatchObject({
      state: 'open',
      level: { byPerson: null },
    });
  });

  it('ends: whatever is said, one of five states holds, and unraised it is not open', () => {
    const says = fc.constantFrom<View['says']>('confirmed', 'contested', 'explained', 'level');
    const side = fc.constantFrom<View['side']>('supervision', 'supervised');
    fc.assert(
      fc.property(fc.array(fc.record({ says, side })), (views) => {
        const all = views.map((one, i) =>
          view({ ...one, at: `2026-11-23T01:00:${String(i).padStart(2, '0')}Z` }),
        );
        expect(standingOf(alert, all, false).state).not.toBe('open');
        expect(standingOf(alert, all, true).views).toHaveLength(views.length);
      }),
      { seed: 20261122, numRuns: 200 },
    );
  });
});
