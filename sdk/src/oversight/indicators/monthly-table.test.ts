import { describe, expect, it } from 'vitest';
import type { CaseHistory } from '../events/case-history.ts';
import type { Organisation } from '../organisation.ts';
import { history, NORTH, SOUTH } from '../use/fixtures/history.ts';
import { COLUMNS, type MonthlyTable, monthlyTable, verifyTable } from './index.ts';

const unit = (id: string, authority: string) => ({
  id,
  parent: null,
  name: id,
  level: 'county' as const,
  authority,
  region: null,
  people: 1,
});
const organisation: Organisation = {
  format: 'chidu-organisation/1',
  name: '示例',
  units: [unit('north', NORTH), unit('south', SOUTH)],
};
const reached = (stage: string, on: string): CaseHistory['stages'][number] => ({
  at: `${on}T02:00:00Z`,
  day: on,
  place: { authority: NORTH, year: 2026, index: 1 },
  kid: null,
  stage,
  on,
  source: 'sample:steps',
});
const cases = [
  history('1', {}, { stages: [reached('filed', '2026-09-30'), reached('decided', '2026-10-12')] }),
  history('2', { ended: 'withdrawn' }, { stages: [reached('decided', '2026-10-31')] }),
  history('3', { authority: SOUTH }, { stages: [reached('filed', '2026-10-02')] }),
];
const { table } = monthlyTable(organisation, cases, '2026-10');
const change = (edit: (copy: MonthlyTable) => void): MonthlyTable => {
  const copy = structuredClone(table);
  edit(copy);
  return copy;
};
const row = (copy: MonthlyTable) => copy.rows[0] as MonthlyTable['rows'][number];
const faults = (value: MonthlyTable, against?: MonthlyTable) => {
  const verified = verifyTable(value, against);
  return verified.ok ? [] : verified.issues.map(({ code, at }) => `${code} ${at}`);
};

describe('the monthly table', () => {
  it('lists the cases of every cell, and its totals re-add', () => {
    expect(verifyTable(table, table)).toEqual({ ok: true, value: table });
    expect(table.rows[0]?.cells.decided).toEqual({ count: 2, cases: [`${NORTH}/1`, `${NORTH}/2`] });
    expect(table.rows[0]?.cells.filed.count).toBe(0);
    expect(table.total.codes.count).toBe(3);
    expect(table.total.withdrawn.cases).toEqual([`${NORTH}/2`]);
    for (const column of COLUMNS) {
      const sum = table.rows.reduce((sum, { cells }) => sum + cells[column].count, 0);
      expect(table.total[column].count).toBe(sum);
    }
  });

  it('names an authority that no unit has, and counts its cases nowhere', () => {
    const { issues, table: other } = monthlyTable(
      { ...organisation, units: organisation.units.slice(0, 1) },
      cases,
      '2026-10',
    );
    expect(issues.map(({ message }) => message)).toEqual([
      `${SOUTH} is no unit of the organisation`,
    ]);
    expect(other.total.codes.count).toBe(2);
  });

  it('is refused with the place where a count, a total or a list was altered', () => {
    expect(faults(change((copy) => (row(copy).cells.decided.count = 3)))).toEqual([
      'contradiction /rows/0/cells/decided',
      'contradiction /total/decided',
    ]);
    expect(faults(change((copy) => (copy.total.codes.count = 4)))).toEqual([
      'contradiction /total/codes',
      'contradiction /total/codes',
    ]);
    const dropped = change((copy) => {
      for (const cells of [row(copy).cells, copy.total]) {
        cells.decided = { count: 1, cases: [`${NORTH}/1`] };
      }
    });
    // Adds up in itself; only the log tells.
    expect(faults(dropped)).toEqual([]);
    const verified = verifyTable(dropped, table);
    expect(
      verified.ok ? [] : verified.issues.map(({ at, fields }) => [at, fields?.unsaid]),
    ).toEqual([
      ['/rows/0/cells/decided', [`${NORTH}/2`]],
      ['/total/decided', [`${NORTH}/2`]],
    ]);
    expect(
      faults(
        change((copy) => copy.rows.pop()),
        table,
      ),
    ).toContain('missing-field /rows');
  });

  it('has one row for a unit: two that add up in themselves are refused', () => {
    const doubled = change((copy) => {
      copy.rows.push(structuredClone(row(copy)));
      for (const column of COLUMNS) {
        const { count, cases } = row(copy).cells[column];
        const total = copy.total[column];
        copy.total[column] = {
          count: total.count + count,
          cases: total.cases && [...total.cases, ...(cases ?? []).map((id) => `${id}-again`)],
        };
      }
    });
    expect(faults(doubled)).toEqual(['given-twice /rows/2/unit']);
  });

  it('has the total of the log, case by case', () => {
    const swapped = change((copy) => {
      copy.total.withdrawn.cases = [`${NORTH}/1`];
    });
    expect(faults(swapped)).toEqual([]);
    expect(faults(swapped, table)).toEqual(['contradiction /total/withdrawn']);
  });

  it('keeps the shape of reported numbers, so that a site moves from reports to capture and loses none', () => {
    const reported = change((copy) => {
      copy.origin = 'reported';
      for (const cells of [...copy.rows.map((one) => one.cells), copy.total])
        for (const column of COLUMNS) cells[column].cases = null;
    });
    expect(faults(reported)).toEqual([]);
    expect(faults(reported, table)).toEqual([]);
    const boasted = structuredClone(reported);
    for (const cells of [boasted.rows[1]?.cells, boasted.total]) if (cells) cells.closed.count = 5;
    const verified = verifyTable(boasted, table);
    expect(
      verified.ok
        ? []
        : verified.issues.map(({ at, fields }) => [at, fields?.said, fields?.counted]),
    ).toEqual([
      ['/rows/1/cells/closed', 5, 0],
      ['/total/closed', 5, 0],
    ]);
    expect(faults({ ...reported, origin: 'captured' })[0]).toBe(
      'contradiction /rows/0/cells/filed',
    );
  });

  it('is one model for three ways of joining: reports, entry afterwards, live; a place moves on and loses nothing', () => {
    // August was reported; September's cases were entered in October; October's as they happened.
    const seen = (stage: string, on: string, day: string): CaseHistory['stages'][number] => ({
      ...reached(stage, on),
      day,
      at: `${day}T02:00:00Z`,
      source: day === on ? 'live:steps' : 'typed:form',
    });
    const august = monthlyTable(organisation, [], '2026-08').table;
    const reported: MonthlyTable = structuredClone({ ...august, origin: 'reported' });
    for (const cells of [...reported.rows.map((one) => one.cells), reported.total])
      for (const column of COLUMNS) cells[column] = { count: 0, cases: null };
    for (const cells of [reported.rows[0]?.cells, reported.total]) if (cells) cells.filed.count = 7;
    const typed = history(
      '21',
      { day: '2026-10-15' },
      { stages: [seen('filed', '2026-09-03', '2026-10-15')] },
    );
    const live = history('22', {}, { stages: [seen('filed', '2026-10-09', '2026-10-09')] });
    const tableOf = (month: string) => monthlyTable(organisation, [typed, live], month).table;
    const year = [reported, tableOf('2026-09'), tableOf('2026-10')];
    for (const one of year) expect(faults(one)).toEqual([]);
    expect(year.map(({ origin, total }) => [origin, total.filed.count])).toEqual([
      ['reported', 7],
      ['captured', 1],
      ['captured', 1],
    ]);
    expect(tableOf('2026-09').total.filed.cases).toEqual([typed.id]);
    // When August's cases are entered at last, its report stays and is held against them.
    const late = Array.from({ length: 6 }, (_, i) =>
      history(
        String(31 + i),
        { day: '2026-11-02' },
        { stages: [seen('filed', '2026-08-20', '2026-11-02')] },
      ),
    );
    const captured = monthlyTable(organisation, [typed, live, ...late], '2026-08').table;
    expect(faults(reported, captured)).toEqual([
      'contradiction /rows/0/cells/filed',
      'contradiction /total/filed',
    ]);
    expect(monthlyTable(organisation, [typed, live, ...late], '2026-09').table).toEqual(
      tableOf('2026-09'),
    );
  });
});
