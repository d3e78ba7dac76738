import {
  basisPoints,
  caseHistories,
  loadOrganisation,
  mattersOf,
  missing,
  type OversightEvent,
  type Risk,
  remedyFigures,
  showFigure,
  unitTree,
} from '@chidu/sdk/oversight';
import { fullRates } from '@chidu/sdk/oversight/indicators';
import {
  loadLegalReviews,
  loadOfficers,
  loadPublicity,
  officerFigures,
  peopleOf,
  publicityFigure,
  publicityOf,
  reviewFigure,
} from '@chidu/sdk/oversight/registers';
import { exercisesOf, listUse } from '@chidu/sdk/oversight/use';
import { countLists, loadListPack } from '@chidu/sdk/rules/lists';
import { canonicalJson } from '@chidu/sdk/text';
import { describe, expect, it } from 'vitest';
import { caseValue } from './charges.ts';
import { score, search } from './found.ts';
import { habitWorld } from './habits.ts';
import { haiyan } from './haiyan.ts';
import { hubei } from './hubei.ts';
import { jinan } from './jinan.ts';
import { officersOf, publicityOfWorld, reviewsOfWorld } from './registers.ts';

/** Every log begins with its opening and has no gap; time does not run backwards. */
function soundLogs(events: readonly OversightEvent[]): void {
  for (const log of Map.groupBy(events, ({ authority, year }) => `${authority} ${year}`).values()) {
    expect(log.every(({ index }, i) => index === i)).toBe(true);
    expect(log[0]?.kind).toBe('opened');
    expect(log.every(({ at }, i) => i === 0 || at >= (log[i - 1]?.at ?? ''))).toBe(true);
  }
}

describe('the world of a province', () => {
  it('reproduces 45,433 cases of 39,509 yuan each on average, 1,423 units and 12,663 people', async () => {
    const world = await hubei();
    const { events, organisation } = world;
    const { cases, unread } = caseHistories(events);
    expect(unread).toEqual([]);
    expect(cases).toHaveLength(45_433);
    const values = cases.map(({ codes: [code] }) => code?.issued && caseValue(code.issued));
    const sum = values.reduce<number>((all, value) => all + (value ?? Number.NaN), 0);
    expect(sum).toBe(179_500_000_000);
    expect(Math.round(sum / 45_433 / 100)).toBe(39_509);
    const loaded = loadOrganisation(organisation);
    expect(loaded.ok && unitTree(loaded.value)).toMatchObject([{ units: 1_423, people: 12_663 }]);
    const levels = Map.groupBy(organisation.units, ({ level }) => level);
    expect([...levels].map(([level, units]) => [level, units.length])).toEqual([
      ['province', 1],
      ['prefecture', 17],
      ['county', 112],
      ['station', 1_293],
    ]);
    soundLogs(events);
    const officers = loadOfficers(officersOf(world), organisation);
    if (!officers.ok) throw new Error(JSON.stringify(officers.issues.slice(0, 3)));
    const people = peopleOf(officers.value);
    const period = { from: '2021-07-01', to: '2023-04-01' };
    const rates = fullRates({ organisation, people, cases, ...period, publicity: null });
    // Three of 12,663 have no key, and it shows.
    expect(rates.figures[1] && showFigure(rates.figures[1])).toBe('99.98%（12,660/12,663）');
    expect(rates.figures[1] && missing(rates.figures[1])).toHaveLength(3);
  });
});

describe('registers of a world', () => {
  it('give all four rates and the reviews a base', async () => {
    const world = await habitWorld({ cases: 300, seed: 3, plants: true });
    const { organisation, today } = world;
    const { cases } = caseHistories(world.events);
    const officers = loadOfficers(officersOf(world), organisation);
    const publicity = loadPublicity(publicityOfWorld(world));
    const reviews = loadLegalReviews(reviewsOfWorld(world));
    if (!officers.ok || !publicity.ok || !reviews.ok) throw new Error('a register is refused');
    const { byCase, unplaced } = publicityOf(publicity.value, cases);
    expect(unplaced).toEqual([]);
    const period = { from: '2026-01-01', to: '2027-01-01' };
    const people = peopleOf(officers.value);
    const { figures, unknown } = fullRates({
      organisation,
      people,
      cases,
      ...period,
      publicity: byCase,
    });
    expect(unknown).toEqual([]);
    const all = [
      ...figures,
      publicityFigure(publicity.value, { cases, ...period }),
      reviewFigure(cases, { ...period, reviews: reviews.value }),
      ...officerFigures(officers.value, today),
    ];
    for (const { id, bp } of all) expect([id, bp !== null && bp > 0]).toEqual([id, true]);
    // The prefecture decides nothing, and its people are in the base.
    expect(figures[0] && missing(figures[0])).toEqual(['prefecture']);
    expect(figures[1]?.denominator).toBe(104);
  });
});

describe('the world of a county', () => {
  it('reproduces 2,134 alerts in three levels, 1,963 of them solved, and rates of nought with their base', async () => {
    const { events, organisation } = await haiyan();
    const { clues, supervisions, unread } = mattersOf(events);
    expect(unread).toEqual([]);
    const levels = Map.groupBy(clues, ({ level }) => level);
    expect(['high', 'medium', 'low'].map((level) => levels.get(level as Risk)?.length)).toEqual([
      10, 304, 1_820,
    ]);
    const solved = clues.filter(({ state }) => state === 'settled');
    expect(basisPoints(solved.length, clues.length)).toBe(9_199);
    expect([solved.length, clues.length]).toEqual([1_963, 2_134]);
    // Each of the twelve that are worked on specially became a case, and each case went as far as a case can.
    const special = new Set(
      clues.flatMap(({ id, steps }) =>
        steps.some(({ data }) => data.work === 'special') ? id : [],
      ),
    );
    const went = supervisions.map(({ state }) => state).sort();
    expect([...new Set(went)]).toEqual(['closed', 'responded', 'revoked', 'submitted']);
    expect(supervisions.map(({ data }) => data.clue).every((id) => special.has(id ?? ''))).toBe(
      true,
    );
    expect(supervisions).toHaveLength(12);
    const works = clues.flatMap(({ steps }) => steps.flatMap(({ data }) => data.work ?? []));
    expect(works.filter((work) => work === 'special')).toHaveLength(12);
    expect(works.filter((work) => work === 'joint')).toHaveLength(6);
    expect(new Set(clues.map(({ data }) => data.channel)).size).toBe(8);
    const read = caseHistories(events);
    expect(read.unread).toEqual([]);
    expect(remedyFigures(read.cases).map((one) => showFigure(one))).toEqual([
      '0%（0/14）',
      '0%（0/23）',
    ]);
    expect(loadOrganisation(organisation).ok).toBe(true);
    expect(organisation.units).toHaveLength(10);
    soundLogs(events);
  });
});

describe('the world of four lists', () => {
  it('reproduces 1,077 items of 33 departments and 151,384 uses', async () => {
    const { events, lists } = await jinan();
    const loaded = loadListPack(lists, { allowSample: true });
    expect(loaded.ok && countLists(loaded.value)).toMatchObject({
      total: 1_077,
      lists: { waive: 435, mitigate: 148, lighten: 238, aggravate: 256 },
    });
    expect(lists?.departments).toHaveLength(33);
    const listOf = new Map(lists?.items.map((item) => [`${lists.id}/${item.number}`, item.list]));
    const { cases, unread } = caseHistories(events);
    expect(unread).toEqual([]);
    const uses = cases.flatMap(({ codes }) =>
      codes.flatMap(({ issued }) => issued?.listItems ?? []),
    );
    const byList = Map.groupBy(uses, (item) => listOf.get(item));
    expect(Object.fromEntries([...byList].map(([list, items]) => [list, items.length]))).toEqual({
      waive: 144_250,
      mitigate: 2_048,
      lighten: 4_641,
      aggravate: 445,
    });
    expect(uses).toHaveLength(151_384);
    // The same by the figures that supervision sees, and every way of counting adds up.
    if (lists === null) throw new Error('the city has lists');
    const { figures, never, unknown } = listUse([lists], exercisesOf(cases).exercises);
    const shown = (list: string) => figures.find(({ id }) => id === `lists.uses[list=${list}]`);
    for (const [list, items] of byList) {
      expect(shown(list ?? '')?.numerator).toBe(items.length);
    }
    for (const name of ['month', 'item', 'item,month']) {
      const parts = figures.filter(
        ({ definition, scope }) =>
          definition.id === 'lists.uses' && Object.keys(scope).sort().join() === name,
      );
      expect(parts.reduce((sum, { numerator }) => sum + numerator, 0)).toBe(151_384);
    }
    const used = new Set(uses);
    expect(never).toEqual([...listOf.keys()].filter((item) => !used.has(item)));
    expect(unknown).toEqual([]);
    const tiers = new Map([
      ['waive', 1],
      ['mitigate', 2],
      ['lighten', 3],
      ['aggravate', 5],
    ]);
    const mislaid = cases
      .flatMap(({ codes }) => codes)
      .filter(({ issued }) => {
        const list = listOf.get(issued?.listItems?.[0] ?? '') ?? '';
        return issued?.tier !== tiers.get(list);
      });
    expect(mislaid).toEqual([]);
  });
});

describe('the world of habits', () => {
  it('is the same to the byte for one seed, another for another', async () => {
    const written = async (seed: number) =>
      canonicalJson((await habitWorld({ cases: 60, seed, plants: true })).events);
    expect(await written(1)).toBe(await written(1));
    expect(await written(1)).not.toBe(await written(2));
  });

  it('plants what it tells, and nothing in the clean one', async () => {
    const planted = await habitWorld({ cases: 800, seed: 3, plants: true });
    const { cases, unread } = caseHistories(planted.events);
    expect(unread).toEqual([]);
    soundLogs(planted.events);
    const of = (kind: string) => {
      const ids = planted.truth.planted.get(kind) ?? expect.fail(`nothing planted: ${kind}`);
      return cases.filter(({ id }) => ids.has(id));
    };
    expect(of('two-live-codes').every(({ codes }) => codes.length === 2)).toBe(true);
    expect(of('number-vanished').every(({ changes: [one] }) => one?.gone)).toBe(true);
    expect(of('notice-altered').every(({ changes: [one] }) => one?.part === 'notice')).toBe(true);
    expect(of('stalled').every(({ stages }) => stages.at(-1)?.stage === 'evidence')).toBe(true);
    for (const { codes } of of('departure-unexplained')) {
      expect(codes[0]?.issued?.flags).not.toContain('departure');
      expect(codes[0]?.issued?.fine).not.toBe(codes[0]?.issued?.suggestion);
    }
    const clean = await habitWorld({ cases: 400, seed: 3, plants: false });
    expect([...clean.truth.planted, ...clean.truth.tolerated]).toEqual([]);
    const all = caseHistories(clean.events).cases;
    const codes = all.flatMap((one) => one.codes.map(({ issued }) => issued));
    for (const issued of codes) {
      const departs = issued?.fine !== issued?.suggestion;
      expect(issued?.flags.includes('departure')).toBe(departs);
    }
  });

  it('is searched with all planted found and nothing else named, and nothing at all in the clean one', async () => {
    const planted = await habitWorld({ cases: 2_400, seed: 7, plants: true });
    const found = search(caseHistories(planted.events).cases, planted.today);
    const scores = score(planted.truth, found);
    expect(scores.map(({ kind }) => kind)).toEqual([...planted.truth.planted.keys()].sort());
    for (const { kind, planted: count, found: hits, wrong } of scores) {
      expect([kind, hits / count >= 0.95]).toEqual([kind, true]);
      expect([kind, hits / (hits + wrong.length) >= 0.9]).toEqual([kind, true]);
    }
    const clean = await habitWorld({ cases: 2_400, seed: 7, plants: false });
    expect([...search(caseHistories(clean.events).cases, clean.today)]).toEqual([]);
  });
});
