import { describe, expect, it } from 'vitest';
import { alertsOf } from '../alerts/index.ts';
import { showFigure } from '../figure.ts';
import type { Organisation } from '../organisation.ts';
import { history, NORTH, SOUTH } from '../use/fixtures/history.ts';
import { openBoard, selectCases, WHOLE_BOARD } from './board.ts';
import { boardFigures } from './board-figures.ts';
import { CROSS_KEYS, crossTable } from './cross-table.ts';

const place = { authority: NORTH, year: 2026, index: 1 };
const happened = { at: '2026-10-12T02:00:00Z', day: '2026-10-12', place, kid: null };
const unit = (id: string, parent: string | null, authority: string | null) => ({
  ...{ id, parent, authority, name: id, region: null, people: 3 },
  level: parent === null ? ('prefecture' as const) : ('county' as const),
});
const organisation: Organisation = {
  format: 'chidu-organisation/1',
  name: 'somewhere',
  units: [unit('top', null, null), unit('north', 'top', NORTH), unit('south', 'top', SOUTH)],
};
const closed = { ...happened, stage: 'closed', on: '2026-10-12', source: 'page' };
const objection = {
  ...{ ...happened, codeId: 'c', disputed: null, steps: [], escalations: [], state: 'answered' },
  result: 'upheld' as const,
};
const cases = [
  history('1', {}, { objections: [objection], stages: [closed] }),
  history('2', { issued: { tier: 3, violation: 'price-no-marking' } }),
  history('3', { authority: SOUTH, day: '2026-11-02', issued: { tier: 5, fine: 7_500_000 } }),
  history('4', { authority: SOUTH }, { codes: [], stages: [{ ...closed, stage: 'filed' }] }),
];
const alerts = alertsOf(cases, { today: '2026-11-20' });
const board = openBoard({ cases, organisation, alerts });
const all = boardFigures(selectCases(board, WHOLE_BOARD));
const shown = (id: string) => {
  const found = all.find((figure) => figure.id === id);
  return found && showFigure(found, 'en');
};

describe('the figures of the board', () => {
  it('are these, counted by hand', () => {
    expect(shown('board.cases')).toBe('4');
    expect(shown('board.open')).toBe('75% (3/4)');
    expect(shown('board.coded')).toBe('75% (3/4)');
    expect(shown('board.viewed')).toBe('0% (0/3)');
    expect(shown('board.objected')).toBe('33.33% (1/3)');
    expect(shown('board.upheld')).toBe('100% (1/1)');
    expect(shown('board.tier[tier=aggravate]')).toBe('33.33% (1/3)');
    expect(shown('board.stage[stage=closed]')).toBe('25% (1/4)');
    expect(shown('board.began[month=2026-11]')).toBe('1');
    expect(shown('use.heavier')).toBe('33.33% (1/3)');
  });

  it('name what they count, each once, and every part lies in its base', () => {
    for (const { id, numerator, denominator, in: part, of } of all) {
      expect(new Set(part).size, id).toBe(numerator);
      if (denominator === null) continue;
      expect(new Set(of).size, id).toBe(denominator);
      expect(
        part.filter((one) => !of.includes(one)),
        id,
      ).toEqual([]);
    }
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  });

  it('show no base where there is none', () => {
    const none = boardFigures([]);
    expect(none.filter(({ denominator }) => denominator === 0).map(({ bp }) => bp)).not.toContain(
      0,
    );
  });

  it('count alerts apart from early warnings', () => {
    expect(alerts.some(({ rule }) => rule === 'departure-unexplained')).toBe(true);
    expect(shown('board.rule[rule=departure-unexplained]')).toMatch(/\(1\/\d+\)$/);
    const { level } = alerts.find(({ warning }) => !warning) ?? { level: 'high' as const };
    const some = selectCases(board, { ...WHOLE_BOARD, level });
    expect(some.length).toBeGreaterThan(0);
    expect(some.every((one) => one.alerts.some((alert) => alert.level === level))).toBe(true);
  });
});

describe('a filter', () => {
  const left = (filter: Partial<typeof WHOLE_BOARD>) =>
    selectCases(board, { ...WHOLE_BOARD, ...filter }).map(({ history }) => history.caseNumber);

  it('takes a unit with all below, a half-open period, a violation', () => {
    expect(left({ unit: 'top' })).toEqual(['1', '2', '3', '4']);
    expect(left({ unit: 'south' })).toEqual(['3', '4']);
    expect(left({ from: '2026-10-12', to: '2026-11-02' })).toEqual(['1', '2', '4']);
    expect(left({ violation: 'price-no-marking' })).toEqual(['2']);
    expect(left({ unit: 'nobody' })).toEqual([]);
  });
});

describe('a table by two keys', () => {
  it('puts every case into one cell, so that it adds up', () => {
    for (const rows of CROSS_KEYS)
      for (const columns of CROSS_KEYS) {
        const table = crossTable(board, board.cases, { rows, columns, unit: 'top' });
        const sum = (figures: readonly { readonly numerator: number }[]) =>
          figures.reduce((sum, { numerator }) => sum + numerator, 0);
        expect(table.cells.map(sum)).toEqual(table.rowTotals.map(({ numerator }) => numerator));
        expect(sum(table.rowTotals)).toBe(4);
        expect(sum(table.columnTotals)).toBe(4);
        expect(
          table.cells
            .flat()
            .flatMap((cell) => cell.in)
            .sort(),
        ).toEqual(board.cases.map(({ id }) => id).sort());
      }
  });

  it('names what the log does not say apart', () => {
    const table = crossTable(board, board.cases, { rows: 'unit', columns: 'tier', unit: 'top' });
    expect(table.rows).toEqual(['north', 'south']);
    expect(table.columns).toEqual(['lighten', 'ordinary', 'aggravate', '']);
  });
});
