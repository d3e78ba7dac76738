import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { random } from '../../discretion/fixtures/random.ts';
import { addDays } from '../../text/index.ts';
import { showFigure } from '../figure.ts';
import {
  crowdedOf,
  filingOf,
  type Inspection,
  InspectionLimits,
  inspectionFlags,
  jointInspections,
  loadInspections,
  Rating,
  ratingsOf,
} from './index.ts';

const fixture = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8'));
const limits = InspectionLimits.parse(fixture('limits-1.json'));
const read = loadInspections(fixture('inspections-1.json'));
const [planned, urgent] = read.ok ? read.value.inspections : [];
if (!planned?.filed || !planned.run || !urgent?.run) throw new Error('fixtures are read for ever');
const { filed, run } = planned;
const FILED = filed;
const RUN = run;

const NORTH = '11990101MB00000019';
const SOUTH = '11990102MB0000001X';
const at = (now: string) => ({ now, limits });
const LATER = '2026-10-13T06:00:00Z';

describe('an inspection', () => {
  it('is filed before it begins, or says 未备案', () => {
    expect(filingOf({ ...planned, run: null }, at('2026-10-10T00:00:00Z'))).toBe('filed');
    expect(filingOf(planned, at(LATER))).toBe('filed');
    expect(filingOf({ ...planned, filed: null, run: null }, at(LATER))).toBe('unfiled');
    // Entered once it had begun.
    const late = { ...planned, filed: { ...FILED, at: '2026-10-13T01:30:01Z' } };
    expect(filingOf(late, at(LATER))).toBe('unfiled');
    expect(inspectionFlags(late, at(LATER))).toEqual(['unfiled']);
    // Without a run an emergency is no reason.
    expect(filingOf({ ...urgent, run: null }, at(LATER))).toBe('unfiled');
  });

  it('in an emergency is made up for within working days, and looked at afterwards', () => {
    const open = { ...urgent, emergency: { why: 'danger' as const, filedAt: null } };
    // Begun on Wednesday 14 October: Friday 16 is the last of two working days.
    expect(filingOf(open, at('2026-10-16T15:59:59Z'))).toBe('emergency');
    expect(filingOf(open, at('2026-10-16T16:00:00Z'))).toBe('emergency-overdue');
    expect(filingOf(urgent, at('2026-11-01T00:00:00Z'))).toBe('emergency-filed');
    const late = { ...open, emergency: { ...open.emergency, filedAt: '2026-10-19T01:00:00Z' } };
    expect(filingOf(late, at('2026-11-01T00:00:00Z'))).toBe('emergency-overdue');
    expect(inspectionFlags(late, at('2026-11-01T00:00:00Z'))).toContain('emergency-overdue');
    // A weekend in between does not count.
    const friday = { ...open, run: { ...urgent.run, start: '2026-10-16T02:00:00Z' } };
    expect(filingOf(friday as Inspection, at('2026-10-20T01:00:00Z'))).toBe('emergency');
    expect(filingOf(friday as Inspection, at('2026-10-21T01:00:00Z'))).toBe('emergency-overdue');
  });

  it.each<[string, Partial<Inspection['run'] & object>, string[]]>([
    ['in order', {}, []],
    ['before its window', { start: '2026-10-11T01:00:00Z' }, ['outside-window']],
    ['ending after its window', { end: '2026-10-16T16:00:00Z' }, ['outside-window']],
    ['on the last day of its window', { end: '2026-10-16T15:59:00Z' }, []],
    ['elsewhere', { subject: '91990101MA00000002' }, ['other-subject']],
    ['of more than was filed', { items: ['食品经营许可', '消防'] }, ['items-beyond']],
    ['by one officer twice', { officers: ['99-010001', '99-010001'] }, ['too-few-officers']],
    ['without an end', { end: null }, ['not-ended']],
  ])('%s is flagged for what it leaves to ask', (_, change, flags) => {
    const one = { ...planned, run: { ...RUN, ...change } };
    expect(inspectionFlags(one, at('2026-10-20T00:00:00Z'))).toEqual(flags);
  });

  it('that still runs, or has not begun, is not asked for its end', () => {
    const running = { ...planned, run: { ...RUN, end: null } };
    expect(inspectionFlags(running, at('2026-10-13T20:00:00Z'))).toEqual([]);
    expect(inspectionFlags({ ...planned, run: null }, at(LATER))).toEqual([]);
  });

  it('is refused with a name, with an id twice or with days backwards', () => {
    const codes = (...inspections: object[]) => {
      const loaded = loadInspections({ format: 'chidu-inspections/1', at: LATER, inspections });
      return loaded.ok ? [] : loaded.issues.map(({ code }) => code);
    };
    expect(codes(planned, planned)).toEqual(['given-twice']);
    expect(codes({ ...planned, contact: '某某' })).toEqual(['unknown-field']);
    // Half a second later is later, though it is less as text.
    const [start, end] = ['2026-10-13T01:30:00Z', '2026-10-13T01:30:00.500Z'];
    expect(codes({ ...planned, run: { ...RUN, start, end } })).toEqual([]);
    expect(codes({ ...planned, run: { ...RUN, start: end, end: start } })).toEqual(['inverted']);
    expect(codes({ ...planned, filed: { ...FILED, to: FILED.from } })).toEqual(['inverted']);
    expect(codes({ ...planned, run: { ...RUN, end: '2026-10-13T01:00:00Z' } })).toEqual([
      'inverted',
    ]);
  });
});

/** An inspection that was made on a day. */
const made = (
  id: string,
  subject: string,
  day: string,
  more: Partial<Inspection> = {},
): Inspection => ({
  ...planned,
  id,
  authority: NORTH,
  subject,
  source: 'special',
  run: { ...RUN, subject, start: `${day}T02:00:00Z`, end: null, items: ['a'] },
  ...more,
});

describe('inspections of one subject', () => {
  it('that are planted among many are found, and nothing else: repeats, overlaps, too many', () => {
    const { below, pick } = random(334);
    const planted = new Set<string>();
    const table: Inspection[] = [];
    for (let i = 0; i < 600; i++) {
      const subject = `firm-${i}`;
      const day = addDays('2026-01-05', below(200));
      const items = [pick(['a', 'b', 'c'])];
      const of = (n: number, days: number, more: Partial<Inspection> = {}) => {
        const one = made(`${i}-${n}`, subject, addDays(day, days), more);
        table.push({ ...one, run: one.run && { ...one.run, items } });
      };
      of(1, 0);
      if (i % 12 === 0) {
        of(2, 1 + below(59));
        planted.add(`repeated ${subject}`);
      } else if (i % 12 === 1) {
        of(2, below(15), { authority: SOUTH });
        planted.add(`overlapping ${subject}`);
      } else if (i % 12 === 2) {
        for (const n of [2, 3, 4]) of(n, n * 80, { source: 'plan' });
        planted.add(`too-often ${subject}`);
      } else if (i % 12 === 3) of(2, 60 + below(30));
      else if (i % 12 === 4) of(2, 15 + below(30), { authority: SOUTH });
      else if (i % 12 === 5) for (const n of [2, 3]) of(n, n * 80, { source: 'plan' });
      else if (i % 12 === 6) of(2, 5, { source: 'report' });
      else if (i % 12 === 7) of(2, 5, { source: 'follow-up', authority: SOUTH });
      else if (i % 12 === 8) of(2, 5, { authority: SOUTH, run: null });
    }
    const found = crowdedOf(table, limits);
    expect(found.map(({ kind, subject }) => `${kind} ${subject}`).sort()).toEqual(
      [...planted].sort(),
    );
    expect(planted.size).toBe(150);
    expect(crowdedOf(table.toReversed(), limits)).toEqual(found);
  });

  it('are named by their ids, with the item or the source', () => {
    const found = crowdedOf(
      [
        made('1', 'firm', '2026-03-01'),
        made('2', 'firm', '2026-03-10', { authority: SOUTH }),
        made('3', 'firm', '2026-04-29'),
        ...['4', '5'].map((id) => made(id, 'firm', `2026-0${id}-30`, { source: 'random' })),
      ],
      { ...limits, repeatWithin: 60 },
    );
    expect(found).toEqual([
      { kind: 'repeated', subject: 'firm', about: 'a', inspections: ['1', '3', '4', '5'] },
      { kind: 'overlapping', subject: 'firm', about: null, inspections: ['1', '2'] },
      { kind: 'too-often', subject: 'firm', about: 'random', inspections: ['4', '5'] },
    ]);
  });

  it('of several bodies become one visit, on the days that all have filed', () => {
    const filedFor = (id: string, authority: string, from: string, to: string): Inspection => ({
      ...planned,
      id,
      authority,
      filed: { ...FILED, from, to },
      run: null,
    });
    const joint = jointInspections([
      filedFor('1', NORTH, '2026-10-12', '2026-10-17'),
      filedFor('2', SOUTH, '2026-10-16', '2026-10-20'),
      filedFor('3', SOUTH, '2026-11-16', '2026-11-20'),
      { ...filedFor('4', SOUTH, '2026-10-12', '2026-10-17'), run: RUN },
    ]);
    expect(joint).toMatchObject([{ from: '2026-10-16', to: '2026-10-16' }]);
    expect(joint[0]?.visits.map(({ id }) => id)).toEqual(['1', '2']);
  });
});

describe('ratings', () => {
  const ticket = (i: number): string => i.toString(16).padStart(64, '0');
  const tickets = new Set(Array.from({ length: 40 }, (_, i) => ticket(i)));
  const rating = (i: number, score: number, more: Partial<Rating> = {}): Rating => ({
    ...Rating.parse(fixture('rating-1.json')),
    ticket: ticket(i),
    score,
    ...more,
  });
  const rated = (ratings: Rating[]) => ratingsOf(ratings, { tickets, k: 5, lowShare: 3_000 });

  it('count once for a ticket that was given out, and are shown together or not at all', () => {
    const { figures, hidden, refused } = rated([
      ...[5, 4, 5, 2, 4].map((score, i) => rating(i, score)),
      rating(0, 1),
      rating(99, 1),
      ...[1, 1].map((score, i) => rating(10 + i, score, { month: '2026-11' })),
    ]);
    expect(figures.map((one) => showFigure(one))).toEqual(['80%（4/5）']);
    expect(hidden).toMatchObject([{ month: '2026-11', ratings: 2 }]);
    expect(refused).toEqual({ unknown: 1, twice: 1 });
  });

  it('cannot be told apart: neither ticket, day nor order comes through', () => {
    const some = [5, 1, 4, 4, 2, 5].map((score, i) => rating(i, score));
    expect(JSON.stringify(rated(some))).not.toContain(ticket(1));
    expect(rated(some.toReversed())).toEqual(rated(some));
    expect(Rating.safeParse({ ...some[0], inspection: '示例检〔2026〕1号' }).success).toBe(false);
  });

  it('that are low often enough lead to a review, and few of them to nothing', () => {
    const low = (count: number, of: number) =>
      rated(Array.from({ length: of }, (_, i) => rating(i, i < count ? 1 : 5))).reviews;
    expect(low(3, 10)).toHaveLength(1);
    expect(low(2, 10)).toEqual([]);
    expect(low(4, 4)).toEqual([]);
  });
});
