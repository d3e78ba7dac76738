import chineseDays from 'chinese-days';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChiduError } from '../errors.ts';
import {
  AUTHORITY_PERIODS,
  type CaseKind,
  countPeriod,
  type Deadline,
  type DeadlineInput,
  deadlines,
  explain,
  HEARING_PERIODS,
  PARTY_PERIODS,
  REMEDY_PERIODS,
  remedyKind,
  rightsOf,
  SUPERVISION_PERIODS,
  stateCalendar,
  surcharge,
  workCalendar,
} from './index.ts';
import { dayOf, serialOf } from './serial-day.ts';
import { WORKDAYS } from './workdays.ts';

const ALL = [
  ...PARTY_PERIODS,
  ...AUTHORITY_PERIODS,
  ...HEARING_PERIODS,
  ...REMEDY_PERIODS,
  ...SUPERVISION_PERIODS,
];
const FOOD: CaseKind = { procedure: 'ordinary', field: 'food', told: true, hearing: true };

function input(events: DeadlineInput['events'], rest: Partial<DeadlineInput> = {}): DeadlineInput {
  return { kind: FOOD, events, today: '2026-11-21', ...rest };
}

function one(id: string, from: DeadlineInput): Deadline {
  const found = deadlines(from, ALL).find((deadline) => deadline.period.id === id);
  if (!found) throw new Error(`no deadline ${id}`);
  return found;
}

function dueDay(id: string, from: DeadlineInput): string | null {
  const { due } = one(id, from);
  return due.state === 'day' ? due.day : null;
}

describe('the last day', () => {
  it.each([
    // five working days across National Day, with the make-up Saturday 10 October 2026
    ['statement', { 'notice-served': '2026-09-28' }, '2026-10-10'],
    ['statement', { 'notice-served': '2026-09-30' }, '2026-10-13'],
    // the eight days of 2025 and the make-up Sunday before them
    ['statement', { 'notice-served': '2025-09-26' }, '2025-10-10'],
    ['hearing-request', { 'notice-served': '2026-02-13' }, '2026-02-27'],
    // calendar days that end inside a holiday
    ['pay', { 'decision-served': '2026-09-21' }, '2026-10-08'],
    ['pay', { 'decision-served': '2026-11-21' }, '2026-12-07'],
    ['reconsider', { 'decision-served': '2026-08-03' }, '2026-10-08'],
    // months
    ['sue', { 'decision-served': '2026-04-01' }, '2026-10-08'],
    ['sue', { 'decision-served': '2026-03-31' }, '2026-09-30'],
    ['reconsider-longest', { 'decision-made': '2021-10-01' }, '2026-10-01'],
    ['decide', { filed: '2026-03-02' }, '2026-06-01'],
    ['seizure', { seized: '2026-09-05' }, '2026-10-05'],
    ['serve', { 'decision-made': '2026-09-28' }, '2026-10-13'],
    // counted back from the hearing over Mid-autumn and National Day
    ['hearing-notice', { hearing: '2026-10-12' }, '2026-09-24'],
  ])('%s from %o is %s', (id, events, day) => {
    expect(dueDay(id, input(events))).toBe(day);
  });

  it('is the nth working day after, as chinese-days counts', () => {
    const first = serialOf('2021-01-01');
    fc.assert(
      fc.property(
        fc.integer({ min: first, max: serialOf('2026-10-01') }),
        fc.integer({ min: 1, max: 40 }),
        (start, length) => {
          const due = countPeriod(
            { unit: 'working-day', length, rolls: true },
            dayOf(start),
            [],
            stateCalendar(),
          );
          expect(due).toMatchObject({ day: chineseDays.findWorkday(length, dayOf(start)) });
        },
      ),
      { seed: 20261121, numRuns: 500 },
    );
  });

  it('is never a day off, and the days between the last day and it are all days off', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: serialOf('2021-01-01'), max: serialOf('2026-08-01') }),
        fc.integer({ min: 1, max: 120 }),
        (start, length) => {
          const due = countPeriod(
            { unit: 'calendar-day', length, rolls: true },
            dayOf(start),
            [],
            stateCalendar(),
          );
          if (due.state !== 'day') throw new Error('known years only');
          expect(due.last).toBe(dayOf(start + length));
          expect(chineseDays.isWorkday(due.day)).toBe(true);
          for (let day = serialOf(due.last); day < serialOf(due.day); day++) {
            expect(chineseDays.isWorkday(dayOf(day))).toBe(false);
          }
        },
      ),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

describe('a year without a holiday arrangement', () => {
  it('is named, with the day before which the period surely has not ended', () => {
    expect(one('reconsider', input({ 'decision-served': '2026-11-21' }))).toMatchObject({
      due: { state: 'unknown-year', year: 2027, bound: '2027-01-20' },
      state: 'open',
      daysLeft: null,
    });
    // 29 December 2026 waits for the arrangement of 2027
    expect(one('pay', input({ 'decision-served': '2026-12-14' })).due).toEqual({
      state: 'unknown-year',
      year: 2027,
      bound: '2026-12-29',
    });
    expect(one('statement', input({ 'notice-served': '2026-12-24' })).due).toEqual({
      state: 'unknown-year',
      year: 2027,
      bound: '2026-12-29',
    });
  });

  it('leaves open whether a day after the bound is late', () => {
    const served = { 'decision-served': '2026-11-21' };
    expect(one('reconsider', input(served, { today: '2027-01-20' })).state).toBe('open');
    expect(one('reconsider', input(served, { today: '2027-01-21' })).state).toBe('unknown');
  });

  it('is known once the arrangement is handed in', () => {
    const calendar = workCalendar({ ...WORKDAYS, 2027: 'Y01013' });
    expect(dueDay('pay', input({ 'decision-served': '2026-12-17' }, { calendar }))).toBe(
      '2027-01-04',
    );
  });

  it('never lets a bound lie after the true last day', () => {
    const short = workCalendar(
      Object.fromEntries(Object.entries(WORKDAYS).filter(([year]) => year < '2026')),
    );
    fc.assert(
      fc.property(
        fc.integer({ min: serialOf('2025-10-01'), max: serialOf('2026-02-01') }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('working-day' as const, 'calendar-day' as const),
        (start, length, unit) => {
          const period = { unit, length, rolls: true };
          const known = countPeriod(period, dayOf(start), [], stateCalendar());
          const guess = countPeriod(period, dayOf(start), [], short);
          if (known.state !== 'day') throw new Error('2026 is known');
          if (guess.state === 'unknown-year') expect(guess.bound <= known.day).toBe(true);
          else expect(guess).toEqual(known);
        },
      ),
      { seed: 20261121, numRuns: 500 },
    );
  });
});

describe('clocks that stop', () => {
  const filed = { filed: '2026-03-02' };

  it('leave the days of a test out', () => {
    const stops = [{ kind: 'test' as const, from: '2026-03-10', to: '2026-03-30' }];
    // 20 days later falls on the Dragon Boat weekend
    expect(dueDay('decide', input(filed, { stops }))).toBe('2026-06-22');
    // the test does not stop other clocks
    expect(dueDay('sue', input({ 'decision-served': '2026-03-31' }, { stops }))).toBe('2026-09-30');
  });

  it('count overlapping stops once', () => {
    const stops = [
      { kind: 'test' as const, from: '2026-03-10', to: '2026-03-20' },
      { kind: 'hearing' as const, from: '2026-03-15', to: '2026-03-30' },
    ];
    expect(dueDay('decide', input(filed, { stops }))).toBe('2026-06-22');
  });

  it('stand still while a stop has not ended', () => {
    const stops = [{ kind: 'suspension' as const, from: '2026-03-12', to: null }];
    expect(one('decide', input(filed, { stops }))).toMatchObject({
      due: { state: 'stopped', stop: 'suspension', remaining: 81 },
      state: 'stopped',
    });
  });

  it('are not stopped by a scan or an objection: there is no such kind', () => {
    const kinds = new Set(ALL.flatMap((period) => period.stops ?? []));
    expect([...kinds].sort()).toEqual([
      'hearing',
      'obstacle',
      'public-notice',
      'reconsideration-suspension',
      'refund-order',
      'right-holder',
      'suspension',
      'test',
    ]);
  });
});

describe('extensions', () => {
  it('lengthen the period', () => {
    const from = input({ filed: '2026-03-02' }, { extended: { decide: [30] } });
    expect(one('decide', from)).toMatchObject({ due: { last: '2026-06-30' } });
    expect(one('decide', from).excess).toBeUndefined();
  });

  it('beyond what the law grants are named', () => {
    const twice = input({ filed: '2026-03-02' }, { extended: { decide: [31, 45] } });
    expect(one('decide', twice).excess).toEqual([0]);
    const none = input({ 'notice-served': '2026-03-02' }, { extended: { statement: [5] } });
    expect(one('statement', none).excess).toEqual([0]);
  });
});

describe('states', () => {
  const notice = { 'notice-served': '2026-09-28' } as const;
  it.each([
    ['open', notice, '2026-10-09'],
    ['due-today', notice, '2026-10-10'],
    ['late', notice, '2026-10-11'],
    ['met', { ...notice, 'statement-made': '2026-10-10' }, '2026-11-21'],
    ['met-late', { ...notice, 'statement-made': '2026-10-12' }, '2026-11-21'],
  ])('%s', (state, events, today) => {
    expect(one('statement', input(events, { today })).state).toBe(state);
  });

  it('a suit is pointless while reconsideration runs', () => {
    const events = { 'decision-served': '2026-06-01', 'reconsideration-filed': '2026-06-20' };
    expect(one('sue', input(events)).state).toBe('moot');
    expect(one('reconsider', input(events)).state).toBe('met');
  });

  it('a period of an unknown kind of case is neither asserted nor dropped', () => {
    const { hearing: _, ...kind } = FOOD;
    expect(one('hearing-request', input(notice, { kind }))).toMatchObject({
      state: 'unknown-kind',
      unknownTrait: 'hearing',
    });
    const without = input(notice, { kind: { ...kind, hearing: false } });
    expect(() => one('hearing-request', without)).toThrow();
  });

  it('the most urgent comes first', () => {
    const found = deadlines(
      input({ 'decision-made': '2026-09-18', 'decision-served': '2026-09-21' }),
      ALL,
    );
    const days = found.map((d) => (d.due.state === 'day' ? d.due.day : d.due.state));
    const known = days.filter((day) => day.startsWith('20'));
    expect(known).toEqual([...known].sort());
    expect(found[0]?.period.id).toBe('serve');
  });

  it('the time to apply to the court begins when every remedy has lapsed unused', () => {
    const served = { 'decision-served': '2026-03-31', 'decision-made': '2026-03-31' };
    expect(one('apply-court', input(served)).from).toEqual({
      event: 'remedies-over',
      day: '2026-09-30',
    });
    const sued = input({ ...served, 'suit-filed': '2026-05-01' });
    expect(() => one('apply-court', sued)).toThrow();
    expect(() => one('apply-court', input(served, { today: '2026-09-30' }))).toThrow();
  });

  it('a reconsideration authority that stays silent opens the way to court', () => {
    const kind = { ...FOOD, simpleReconsideration: false };
    const events = {
      'reconsideration-filed': '2026-06-20',
      'reconsideration-accepted': '2026-06-24',
    };
    // 60 days end on Sunday 23 August
    expect(one('sue-after-silence', input(events, { kind }))).toMatchObject({
      from: { event: 'reconsideration-time-over', day: '2026-08-24' },
      due: { day: '2026-09-08' },
    });
  });

  it('refuses a day that does not exist by code', () => {
    expect(() => deadlines(input({ filed: '2026-02-30' }), ALL)).toThrow(ChiduError);
  });
});

describe('the explanation', () => {
  it('names every day of five working days over National Day', () => {
    const from = input({ 'notice-served': '2026-09-30' });
    const days = explain(one('statement', from), from);
    expect(days.map(({ day, counted, why }) => [day.slice(5), counted, why])).toEqual([
      ['09-30', null, 'first-day'],
      ...['01', '02', '03', '04', '05', '06', '07'].map((d) => [`10-${d}`, null, 'holiday']),
      ['10-08', 1, 'counted'],
      ['10-09', 2, 'counted'],
      ['10-10', 3, 'make-up'],
      ['10-11', null, 'weekend'],
      ['10-12', 4, 'counted'],
      ['10-13', 5, 'counted'],
    ]);
    expect(days[1]?.holiday?.zh).toBe('国庆节');
  });

  it('shows how a last day moves off a holiday', () => {
    const from = input({ 'decision-served': '2026-09-21' });
    const days = explain(one('pay', from), from).slice(-3);
    expect(days.map(({ day, counted, why }) => [day.slice(5), counted, why])).toEqual([
      ['10-06', 15, 'holiday'],
      ['10-07', null, 'holiday'],
      ['10-08', null, 'moved'],
    ]);
  });

  it('names the stop', () => {
    const stops = [{ kind: 'test' as const, from: '2026-03-03', to: '2026-03-05' }];
    const from = input({ filed: '2026-03-02' }, { stops });
    expect(explain(one('decide', from), from).slice(1, 4)).toMatchObject([
      { why: 'stopped', stop: 'test' },
      { why: 'stopped', stop: 'test' },
      { day: '2026-03-05', counted: 1 },
    ]);
  });
});

describe('the periods', () => {
  it('have ids of their own', () => {
    expect(new Set(ALL.map((period) => period.id)).size).toBe(ALL.length);
  });

  it('of two, three, five and seven days are working days (行政处罚法 85)', () => {
    for (const period of ALL.filter((p) => p.unit === 'calendar-day')) {
      expect([2, 3, 5, 7], period.id).not.toContain(period.length);
    }
  });
});

describe('the rights of the party', () => {
  it.each([
    [{ procedure: 'summary', field: 'food' }, 'on-the-spot', true, []],
    [{ procedure: 'summary', field: 'metering' }, 'on-the-spot', true, []],
    [{ procedure: 'ordinary', field: 'price' }, 'price', true, []],
    [{ procedure: 'ordinary', field: 'anti-monopoly', merger: true }, 'merger', true, []],
    [{ procedure: 'ordinary', field: 'anti-monopoly', merger: false }, 'ordinary', false, ['sue']],
    [{ procedure: 'ordinary', field: 'metering' }, 'metering', false, ['sue-metering']],
    [{ procedure: 'ordinary', field: 'food' }, 'ordinary', false, ['sue']],
  ] as const)('%o → %s', (kind, remedy, first, sue) => {
    const rights = rightsOf({ ...kind, told: true }, 'local');
    expect(rights).toMatchObject({ remedy, reconsiderationFirst: first });
    expect(rights?.authority.id).toBe('same-level-government');
    expect(rights?.periods).toEqual(['reconsider', ...sue, 'sue-after-reconsideration']);
    const ids = PARTY_PERIODS.map((period) => period.id);
    for (const id of rights?.periods ?? []) expect(ids).toContain(id);
    // what is listed as a right and what runs as a deadline are the same
    const running = deadlines(
      input({ 'decision-served': '2026-06-01' }, { kind: { ...kind, told: true } }),
      PARTY_PERIODS,
    ).map((deadline) => deadline.period.id);
    expect(running.filter((id) => /^(reconsider|sue)/.test(id)).sort()).toEqual(
      ['reconsider', ...sue].sort(),
    );
  });

  it('stay open where nobody said whether the decision is on a concentration', () => {
    const kind: CaseKind = { procedure: 'ordinary', field: 'anti-monopoly', told: true };
    expect(remedyKind(kind)).toBeNull();
    expect(rightsOf(kind, 'state')).toBeNull();
  });

  it('go to the State administration only against its own acts', () => {
    expect(rightsOf(FOOD, 'state')?.authority.id).toBe('samr');
  });

  it('run from learning of them when the decision did not state them', () => {
    const kind = { ...FOOD, told: false };
    expect(rightsOf(kind, 'local')?.periods.slice(0, 2)).toEqual([
      'reconsider-untold',
      'sue-untold',
    ]);
    const found = deadlines(input({ 'decision-served': '2026-06-01' }, { kind }), PARTY_PERIODS);
    expect(found.map((d) => d.period.id).sort()).toEqual([
      'pay',
      'reconsider-untold-longest',
      'sue-untold-longest',
    ]);
  });
});

describe('the surcharge', () => {
  it('is 3% a day, in whole fen, and never above the fine', () => {
    expect(surcharge(1_000_000, 'fine', '2026-10-08', '2026-10-08')).toBe(0);
    expect(surcharge(1_000_000, 'fine', '2026-10-08', '2026-10-10')).toBe(60_000);
    expect(surcharge(33, 'fine', '2026-10-08', '2026-10-09')).toBe(0);
    expect(surcharge(1_000_000, 'fine', '2026-10-08', '2026-11-10')).toBe(990_000);
    expect(surcharge(1_000_000, 'fine', '2026-10-08', '2027-11-10')).toBe(1_000_000);
    expect(surcharge(Number.MAX_SAFE_INTEGER, 'fine', '2026-10-08', '2026-10-09')).toBe(
      Number((BigInt(Number.MAX_SAFE_INTEGER) * 3n) / 100n),
    );
  });

  it('does not grow during reconsideration or a suit', () => {
    const stops = [{ from: '2026-10-09', to: null }];
    expect(surcharge(1_000_000, 'fine', '2026-10-08', '2026-12-08', stops)).toBe(0);
    const closed = [{ from: '2026-10-10', to: '2026-10-20' }];
    expect(surcharge(1_000_000, 'fine', '2026-10-08', '2026-10-21', closed)).toBe(90_000);
  });

  it('is 0.2% a day on unpaid gains of a price case', () => {
    expect(surcharge(1_000_000, 'price-gains', '2026-10-08', '2026-10-09')).toBe(2_000);
  });
});
