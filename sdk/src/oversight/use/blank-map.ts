import { type Figure, type FigureDefinition, share } from '../figure.ts';
import type { Exercise } from './exercise.ts';

/** A violation in a region in a month. */
export interface Cell {
  readonly violation: string;
  readonly region: string;
  readonly month: string;
  /** `idle`: no case at all. `blank`: cases, and none was supervised. `covered`: at least one was. */
  readonly state: 'idle' | 'blank' | 'covered';
  readonly cases: readonly string[];
  readonly supervised: readonly string[];
}

export const BLANK_FIGURE: FigureDefinition = {
  id: 'use.supervised-cells',
  label: { zh: '有监督的格', en: 'Cells with supervision' },
  formula: {
    zh: '至少一案受过监督的（违法行为×地区×月）格÷有案件的格；没有案件的格不计',
    en: 'cells (violation × region × month) with a supervised case ÷ cells with a case; idle cells do not count',
  },
  counts: 'cell',
};

export interface BlankMap {
  readonly figure: Figure;
  /** By violation, region and month, in the order handed in. */
  readonly cells: readonly Cell[];
  /** Cases outside of the map: another violation, region or month, or no known region. */
  readonly outside: readonly string[];
}

/**
 * 空白点: where nobody looked. `supervised` holds the ids of cases with an act of supervision: an objection, a clue, an alert that
 * a person took up, a file that was reviewed.
 */
export function blankMap({
  exercises,
  regionOf,
  supervised,
  violations,
  regions,
  months,
}: {
  readonly exercises: readonly Exercise[];
  readonly regionOf: (authority: string) => string | null;
  readonly supervised: ReadonlySet<string>;
  readonly violations: readonly string[];
  readonly regions: readonly string[];
  readonly months: readonly string[];
}): BlankMap {
  const keyOf = (violation: string, region: string | null, month: string): string =>
    JSON.stringify([violation, region, month]);
  const byCell = Map.groupBy(exercises, (one) =>
    keyOf(one.violation, regionOf(one.authority), one.month),
  );
  const keys = new Set<string>();
  const cells = violations.flatMap((violation) =>
    regions.flatMap((region) =>
      months.map((month): Cell => {
        const key = keyOf(violation, region, month);
        keys.add(key);
        const cases = (byCell.get(key) ?? []).map((one) => one.case);
        const seen = cases.filter((id) => supervised.has(id));
        const state = cases.length === 0 ? 'idle' : seen.length === 0 ? 'blank' : 'covered';
        return { violation, region, month, state, cases, supervised: seen };
      }),
    ),
  );
  const ids = (of: readonly Cell[]): string[] =>
    of.map(({ violation, region, month }) => `${violation}/${region}/${month}`);
  const busy = cells.filter(({ state }) => state !== 'idle');
  return {
    figure: share(BLANK_FIGURE, {
      part: ids(busy.filter(({ state }) => state === 'covered')),
      of: ids(busy),
    }),
    cells,
    outside: [...byCell].flatMap(([key, of]) => (keys.has(key) ? [] : of.map((one) => one.case))),
  };
}
