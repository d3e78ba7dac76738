import {
  caseHistories,
  loadOrganisation,
  type OversightEvent,
  unitTree,
} from '@chidu/sdk/oversight';
import { countLists, loadListPack } from '@chidu/sdk/rules/lists';
import { canonicalJson } from '@chidu/sdk/text';
import { describe, expect, it } from 'vitest';
import { caseValue } from './charges.ts';
import { habitWorld } from './habits.ts';
import { hubei } from './hubei.ts';
import { jinan } from './jinan.ts';

/** Every log begins with its opening and has no gap; time does not run backwards. */
function soundLogs(events: readonly OversightEvent[]): void {
  for (const log of Map.groupBy(events, ({ authority, year }) => `${authority} ${year}`).values()) {
    expect(log.every(({ index }, i) => index === i)).toBe(true);
    expect(log[0]?.kind).toBe('opened');
    expect(log.every(({ at }, i) => i === 0 || at >= (log[i - 1]?.at ?? ''))).toBe(true);
  }
}

describe('the world of a province', () => {
  it('reproduces 45,433 cases of 39,509 yuan each on average, 1,423 units and 12,663 people', {
    timeout: 120_000,
  }, async () => {
    const { events, organisation } = await hubei();
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
  });
});

describe('the world of four lists', () => {
  it('reproduces 1,077 items of 33 departments and 151,384 uses', {
    timeout: 120_000,
  }, async () => {
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
    const planted = await habitWorld({ cases: 1_600, seed: 3, plants: true });
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
    expect(all.flatMap(({ changes }) => changes)).toEqual([]);
    const codes = all.flatMap((one) => one.codes.map(({ issued }) => issued));
    for (const issued of codes) {
      const departs = issued?.fine !== issued?.suggestion;
      expect(issued?.flags.includes('departure')).toBe(departs);
    }
  });
});
