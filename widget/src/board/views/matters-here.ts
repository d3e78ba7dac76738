import type { Asked } from '../shown.ts';
import type { Known } from './known.ts';
import { unitsByAuthority } from './unit-name.ts';

/** Clues of the branch that the filter names; those that name no authority belong to the whole. */
export function mattersHere({ board, matters }: Known, { filter }: Asked) {
  const branch = filter.unit === null ? null : board.branches.get(filter.unit);
  const unitOf = unitsByAuthority(board);
  const here = (authority: string | undefined) =>
    filter.unit === null || branch?.has(unitOf.get(authority ?? '') ?? '') === true;
  const inPeriod = (day: string) =>
    (filter.from === null || day >= filter.from) && (filter.to === null || day < filter.to);
  const clues = matters.clues.filter(
    ({ data, day, level }) =>
      here(data.about.authority) &&
      inPeriod(day) &&
      (filter.level === null || level === filter.level) &&
      (filter.violation === null || data.about.violation === filter.violation),
  );
  // Their entries name no level and no violation: such a filter leaves none, where it cannot be told.
  const told = filter.level === null && filter.violation === null;
  const supervisions = matters.supervisions.filter(
    ({ data, day }) => told && here(data.about.authority) && inPeriod(day),
  );
  const tasks = matters.tasks.filter(
    ({ place, day }) => told && here(place.authority) && inPeriod(day),
  );
  return { clues, supervisions, tasks };
}
