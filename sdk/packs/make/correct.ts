import { canonicalJson } from '../../src/text/index.ts';
import { CORRECTIONS } from './corrections.ts';
import { GROUNDS } from './grounds.ts';
import { Refusal } from './refusal.ts';
import type { SourceFine, SourceTier } from './source.ts';

/** The rows of a record with its corrections made. Only the text now in force has been read for them. */
export function correct(record: string, rows: readonly SourceTier[]): SourceTier[] {
  const corrections = CORRECTIONS.filter((one) => one.record === record);
  const tiers = rows.flatMap((row, index) => {
    const correction = corrections.find((one) => one.row === index);
    if (correction === undefined) return [row];
    if (correction.kind === 'is-ground') {
      const stands = GROUNDS.some((one) => one.ground.id === correction.ground);
      if (!stands) throw misfit(record, index, 'there is no such ground');
      if (row.note !== '应当从重') throw misfit(record, index, 'the row does not say 应当从重');
      return [];
    }
    if (correction.kind === 'split-as') return split(record, index, correction.rows, rows);
    const is = (value: boolean) => ({ var: correction.fact, op: '==' as const, value });
    if (correction.kind === 'fine-only-when') {
      return [
        { ...row, when: [...row.when, is(false)], penalties: unfined(row), fine: null },
        { ...row, when: [...row.when, is(true)] },
      ];
    }
    if (!rows.some((other) => other.tier === 'refusal' && same(other.fine, row.fine))) {
      throw misfit(record, index, 'no refusal row carries the same fine');
    }
    const { otherwise, without = [] } = correction;
    const fine = otherwise === undefined ? null : at(record, rows, otherwise).fine;
    const kept = fine === null ? unfined(row) : row.penalties;
    return [
      {
        ...row,
        when: [...row.when, is(false)],
        penalties: kept.filter((one) => !without.includes(one.kind)),
        fine,
      },
      { ...row, when: [...row.when, is(true)] },
    ];
  });
  for (const { row } of corrections) at(record, rows, row);
  return tiers;
}

function split(
  record: string,
  index: number,
  branches: readonly number[],
  rows: readonly SourceTier[],
) {
  const row = at(record, rows, index);
  const plain = (fine: SourceFine | null) => ({ ...fine, baseFloorCNY: 0 });
  if (!branches.some((branch) => same(plain(at(record, rows, branch).fine), plain(row.fine)))) {
    throw misfit(record, index, 'no branch carries the same fine');
  }
  return branches.map((branch) => {
    const { when, fine } = at(record, rows, branch);
    return { ...row, when: [...row.when, ...when], fine };
  });
}

function unfined(row: SourceTier) {
  return row.penalties.filter((one) => one.kind !== 'fine');
}

function same(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}

function at(record: string, rows: readonly SourceTier[], index: number): SourceTier {
  const row = rows[index];
  if (row === undefined) throw misfit(record, index, 'a correction names a row that is not there');
  return row;
}

function misfit(record: string, row: number, message: string): Refusal {
  return new Refusal(record, `/tiers/${row}`, `${message}; the correction no longer fits`);
}
