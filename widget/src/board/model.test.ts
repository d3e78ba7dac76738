import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, it } from 'vitest';
import { habitWorld } from '../../../demo/worlds/habits.ts';
import type { World } from '../../../demo/worlds/world.ts';
import { WHOLE_BOARD } from '../../../sdk/src/oversight/board/index.ts';
import { BoardModel } from './model.ts';
import { type ShownFigure, VIEWS } from './shown.ts';

const asked = { filter: WHOLE_BOARD, rows: 'unit', columns: 'tier' } as const;

/** Every figure in an answer, however deep. */
function figuresIn(value: unknown): ShownFigure[] {
  if (value === null || typeof value !== 'object') return [];
  if ('definition' in value && 'numerator' in value) return [value as ShownFigure];
  return Object.values(value).flatMap(figuresIn);
}

describe('the model of the board', () => {
  let world: World;
  const model = new BoardModel();
  beforeAll(async () => {
    world = await habitWorld({ cases: 300, seed: 3, plants: true });
    model.equip({ organisation: world.organisation, today: world.today });
    model.add(world.events);
    model.read();
    await model.raise();
  });

  it('leads from every figure of every view to exactly what it counts', () => {
    for (const view of VIEWS) {
      const found = figuresIn(model.view(view, asked));
      if (view !== 'law') expect(found.length, view).toBeGreaterThan(0);
      for (const { id, numerator, denominator } of found) {
        expect(model.drill(id, 'part', 0)?.page.total, id).toBe(numerator);
        if (denominator !== null)
          expect(model.drill(id, 'base', 0)?.page.total, id).toBe(denominator);
      }
    }
  });

  it('answers what can cross to a worker and back', () => {
    for (const view of VIEWS) {
      const value = model.view(view, asked);
      expect(structuredClone(value)).toEqual(value);
    }
  });

  it('rolls units up so that they add up', () => {
    const units = model.tree(WHOLE_BOARD);
    const [top] = units;
    const below = units.filter(({ parent }) => parent === top?.id);
    const sum = (of: 'cases' | 'people') => below.reduce((total, unit) => total + unit[of], 0);
    expect(sum('cases')).toBe(300);
    expect(top?.cases).toBe(300);
    expect(top?.people).toBeGreaterThanOrEqual(sum('people'));
  });

  it('shows overdue cases first', () => {
    const { rows } = model.view('process', asked).cases;
    const days = rows.flatMap(({ alert }) => alert?.days ?? []);
    expect(days.slice(0, 5)).toEqual(days.slice(0, 5).toSorted((a, b) => a - b));
    expect(days[0]).toBeLessThan(0);
  });

  it('names the entries of a case, and nothing of one that is not there', () => {
    const [first] = model.view('process', asked).cases.rows;
    expect(model.history(first?.id ?? '')?.history.caseNumber).toBe(first?.caseNumber);
    expect(model.history('nobody')).toBe(null);
    expect(model.drill('nothing', 'part', 0)).toBe(null);
  });

  it('counts lines that are no entries, and reads the others', () => {
    const other = new BoardModel();
    other.equip({ today: world.today });
    const [first] = world.events;
    const broken = [null, 7, {}, { ...first, at: undefined }, { ...first, at: 'soon' }];
    other.add([...broken, first] as World['events']);
    expect(other.read()).toMatchObject({ entries: 1, broken: broken.length });
  });

  it('finishes the rules while entries keep coming, and tries them on those too', async () => {
    const other = new BoardModel();
    other.equip({ organisation: world.organisation, today: world.today });
    const half = Math.floor(world.events.length / 2);
    other.add(world.events.slice(0, half));
    other.read();
    const first = other.raise();
    await new Promise((resolve) => setTimeout(resolve, 0));
    other.add(world.events.slice(half));
    expect(other.read().alerted).toBe(false);
    const second = other.raise();
    expect((await first).cases).toBe(300);
    expect((await second).alerted).toBe(true);
    const alerts = (of: BoardModel) => of.view('alerts', asked).list;
    expect(alerts(other).total).toBeGreaterThan(0);
    expect(alerts(other)).toEqual(alerts(model));
  });

  it('shows matters in the words of the log’s own states, and who has them now', () => {
    const other = new BoardModel();
    other.equip({ organisation: world.organisation, today: world.today });
    const units = world.organisation.units.filter(({ authority }) => authority !== null);
    const [unit, elsewhere] = units;
    const authority = unit?.authority ?? '';
    const entry = (index: number, kind: string, data: object | null) => ({
      ...{ authority, year: 2026, index, kind, codeId: null, refersTo: null, kid: null },
      ...{ at: `2026-03-0${index}T02:00:00Z`, role: 'supervisor', data: data as null },
    });
    const about = { authority, violation: 'v' };
    const clue = { clue: 'a', channel: 'audit', level: 'low', levelBy: 'rule', about };
    const step = (state: string, more = {}) => ({ clue: 'a', step: 's', state, ...more });
    other.add([
      entry(1, 'clue', { ...clue, source: 'f', on: '2026-03-01', due: null }),
      entry(2, 'clue-step', step('assigned', { unit: authority })),
    ]);
    const rows = () => other.view('liaison', asked).matters.rows;
    other.read();
    expect(rows()).toMatchObject([{ state: { zh: '已交办' }, open: true, unit: unit?.name }]);
    const at = (filter: object) =>
      other.view('liaison', { ...asked, filter: { ...WHOLE_BOARD, ...filter } }).matters.total;
    expect([at({ unit: unit?.id }), at({ unit: elsewhere?.id })]).toEqual([1, 0]);
    expect([at({ violation: 'v' }), at({ violation: 'w' })]).toEqual([1, 0]);
    const supervision = { supervision: 's', instrument: '意见书', about: { authority } };
    other.add([
      entry(3, 'clue-step', step('pooled')),
      entry(4, 'supervision', { ...supervision, days: 15, due: '2026-03-25' }),
      entry(5, 'supervision-step', { supervision: 's', step: 'revoke', state: 'revoked' }),
      entry(6, 'clue', null),
      entry(7, 'task', {
        ...{ task: 't', direction: 'out', body: 'court', kind: 'assist', about: {} },
        ...{ days: 5, due: '2026-03-14' },
      }),
    ]);
    expect(other.read().unread).toBe(0);
    expect(rows()).toMatchObject([
      { kind: 'task', state: { zh: '已发出，待回执' }, open: true, unit: { zh: '人民法院' } },
      { kind: 'clue', state: { zh: '待分流' }, unit: null },
      { kind: 'supervision', state: { zh: '已撤销' }, open: false, unit: unit?.name },
    ]);
    const states = other.view('liaison', asked).states.map(({ label }) => label.en);
    expect(states).toEqual(['In the pool', 'Revoked']);
    expect(at({ level: 'low' })).toBe(1);
  });

  it('counts a closing in the period, whenever its case began', () => {
    const from = '2026-07-01';
    const to = '2026-08-01';
    const online = model
      .view('appraisal', { ...asked, filter: { ...WHOLE_BOARD, from, to } })
      .rates.find(({ id }) => id === 'rates.online');
    const closed = new Set<unknown>();
    const before = new Set<unknown>();
    for (const { authority, kind, data } of world.events) {
      const { case: of, stage, on } = (data ?? {}) as Record<string, string>;
      if (kind !== 'stage') continue;
      if (String(on) < from) before.add(`${authority}/${of}`);
      if (stage === 'closed' && String(on) >= from && String(on) < to) {
        closed.add(`${authority}/${of}`);
      }
    }
    expect([...closed].some((id) => before.has(id))).toBe(true);
    expect(online?.denominator).toBe(closed.size);
  });

  it('tells of every violation what is there for it, and opens its cases', async () => {
    const pack = (name: string) => new URL(`../../../sdk/packs/${name}.json`, import.meta.url);
    const read = async (name: string) => JSON.parse(await readFile(pack(name), 'utf8'));
    expect(model.view('law', asked).coverage).toBe(null);
    const other = new BoardModel();
    other.equip({
      statutes: await read('statutes'),
      benchmarks: [await read('sample-benchmark')],
      today: world.today,
    });
    other.add(world.events);
    other.read();
    const { coverage } = other.view('law', asked);
    const [standard, own, used, stale] = coverage?.figures ?? [];
    const clauses = coverage?.clauses ?? [];
    expect(clauses.length).toBe(standard?.denominator);
    const owned = clauses.filter((clause) => clause.standard === 'own');
    expect(owned.length).toBe(own?.numerator);
    expect(owned.filter(({ cases }) => cases.numerator > 0).length).toBe(used?.numerator);
    expect(clauses.filter(({ state }) => state === 'stale').length).toBe(stale?.numerator);
    expect(coverage?.samples).toEqual(['sample-market-supervision']);
    for (const { cases } of clauses)
      expect(other.drill(cases.id, 'part', 0)?.page.total).toBe(cases.numerator);
    const [named] = other.drill(own?.id ?? '', 'part', 0)?.page.rows ?? [];
    expect(named).toMatchObject({ name: { zh: expect.stringMatching(/[一-龥]/) } });
  });

  it('leaves out papers with faults and says which', () => {
    const other = new BoardModel();
    other.equip({ organisation: { format: 'chidu-organisation/9' }, today: world.today });
    expect(other.summary().issues.length).toBeGreaterThan(0);
    expect(other.tree(WHOLE_BOARD)).toEqual([]);
  });
});
