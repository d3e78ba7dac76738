import { readFileSync } from 'node:fs';
import {
  caseHistories,
  type Figure,
  mattersOf,
  type OversightEvent,
  remedyFigures,
} from '@chidu/sdk/oversight';
import { type Alert, alertsOf, RULES } from '@chidu/sdk/oversight/alerts';
import {
  boardFigures,
  crossTable,
  matterFigures,
  openBoard,
  selectCases,
  WHOLE_BOARD,
} from '@chidu/sdk/oversight/board';
import { fullRates, type Person } from '@chidu/sdk/oversight/indicators';
import { beforeAll, describe, expect, it } from 'vitest';
import { habitWorld } from '../../demo/worlds/habits.ts';
import { haiyan } from '../../demo/worlds/haiyan.ts';
import type { World } from '../../demo/worlds/world.ts';
import { type Exported, recompute } from './recompute.ts';

interface Shown {
  readonly figures: readonly Figure[];
  readonly alerts: readonly Alert[];
  readonly exported: Exported;
}

/** What the board shows of a world, and what an auditor is handed of it. */
function show({ events, today, organisation }: World, people: readonly Person[]): Shown {
  const { cases, unread } = caseHistories(events);
  expect(unread).toEqual([]);
  const { clues, supervisions } = mattersOf(events);
  const alerts = alertsOf(cases, { today });
  const board = openBoard({ cases, organisation, alerts });
  const all = selectCases(board, WHOLE_BOARD);
  const period = [events[0]?.at.slice(0, 10) ?? '', '2100-01-01'] as const;
  const [from, to] = period;
  const rates = fullRates({ organisation, people, cases, from, to, publicity: null });
  const table = crossTable(board, all, { rows: 'violation', columns: 'tier', unit: null });
  return {
    alerts,
    figures: [
      ...boardFigures(all),
      ...matterFigures(clues, supervisions),
      ...remedyFigures(cases),
      ...rates.figures,
      // What the log does not say is a row of its own; what it says stands in both.
      ...table.cells.flat().filter(({ id, numerator }) => numerator > 0 && !/:(?:[;\]])/.test(id)),
    ],
    exported: {
      log: lines(events),
      alerts: lines(alerts),
      rules: RULES.map(({ id }) => id),
      units: organisation.units,
      people,
      period,
    },
  };
}

const lines = (of: readonly unknown[]): string => of.map((one) => JSON.stringify(one)).join('\n');

/** Half of the people of every unit are registered, under the keys that its log shows. */
function register({ events, organisation }: World): Person[] {
  const keys = Map.groupBy(
    events.filter(({ role }) => role === 'officer'),
    ({ authority }) => authority,
  );
  return organisation.units.flatMap(({ id, authority, people }) => {
    const used = [...new Set(keys.get(authority ?? '')?.map(({ kid }) => kid))];
    return used.slice(0, people / 2).map((kid, i) => ({ id: `${id}/${i}`, unit: id, kid }));
  });
}

const asPairs = (figures: readonly Figure[]) =>
  new Map(figures.map(({ id, numerator, denominator }) => [id, [numerator, denominator]]));

const sorted = <T>(of: ReadonlyMap<string, T>) => [...of].sort(([a], [b]) => (a < b ? -1 : 1));

let planted: Shown;
let county: Shown;
beforeAll(async () => {
  const world = await habitWorld({ cases: 600, seed: 5, plants: true });
  planted = show(world, register(world));
  const own = await haiyan();
  county = show(own, register(own));
});

describe('figures of the board', () => {
  it('are equal to those of a script that shares no line with oversight', () => {
    for (const { figures, exported } of [planted, county]) {
      expect(figures.length).toBeGreaterThan(100);
      expect(sorted(recompute(exported).figures)).toEqual(sorted(asPairs(figures)));
    }
  });

  it('name as many sources as they count', () => {
    for (const { figures } of [planted, county]) {
      const odd = figures.filter(
        ({ numerator, denominator, in: part, of }) =>
          part.length !== numerator || (denominator !== null && of.length !== denominator),
      );
      expect(odd.map(({ id }) => id)).toEqual([]);
    }
  });

  it('differ as soon as one entry is left out or altered', () => {
    const { exported, figures } = planted;
    const differs = (change: (events: OversightEvent[]) => OversightEvent[]): boolean => {
      const events = exported.log.split('\n').map((line) => JSON.parse(line) as OversightEvent);
      const again = recompute({ ...exported, log: lines(change(events)) });
      return JSON.stringify(sorted(again.figures)) !== JSON.stringify(sorted(asPairs(figures)));
    };
    const without = (kind: string) => (events: OversightEvent[]) =>
      events.toSpliced(
        events.findIndex((one) => one.kind === kind),
        1,
      );
    for (const kind of ['issued', 'objected', 'answered'])
      expect([kind, differs(without(kind))]).toEqual([kind, true]);
    const dearer = (events: OversightEvent[]) =>
      events.map((one, i) =>
        i === events.findLastIndex(({ kind }) => kind === 'decided')
          ? { ...one, data: { ...one.data, fine: 1 } }
          : one,
      );
    expect(differs(dearer)).toBe(true);
  });

  it('of the plain rules rest on the cases that the script finds itself', () => {
    const { alerts, exported } = planted;
    const recomputed = recompute(exported).alerts;
    for (const rule of ['departure-unexplained', 'number-vanished', 'two-live-codes']) {
      const raised = new Set(alerts.filter((one) => one.rule === rule).map((one) => one.case));
      expect(raised.size).toBeGreaterThan(0);
      const found = [...recomputed].filter((one) => one.startsWith(`${rule} `));
      expect(found.map((one) => one.slice(rule.length + 1)).sort()).toEqual([...raised].sort());
    }
  });
});

it('imports nothing of the product', () => {
  const source = readFileSync(new URL('recompute.ts', import.meta.url), 'utf8');
  const imported = [...source.matchAll(/from '([^']+)'/g)].map(([, from]) => from);
  expect(imported.every((from) => from?.startsWith('node:'))).toBe(true);
});
