import { daysBetween } from '../../text/index.ts';

/** A visit that a matter asks for: to one place, by one body, not before and not after. */
export interface PlannedVisit {
  readonly id: string;
  /** Whom it goes to: a credit code or an address key. */
  readonly place: string;
  readonly body: string;
  readonly from: string;
  readonly to: string;
}

/** 进一次门、督多项事: visits that can be one, with the days on which all of them may be made. */
export interface JointVisit {
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly visits: readonly PlannedVisit[];
}

/**
 * Merges visits to one place whose days have one in common: by last day, each taken into the earliest group that it still
 * fits, which is the fewest visits there can be for intervals. At most `longest` days lie between first and last day asked for.
 */
export function jointVisits(visits: readonly PlannedVisit[], longest = 30): JointVisit[] {
  const open = new Map<string, { from: string; to: string; visits: PlannedVisit[] }[]>();
  for (const visit of visits.toSorted((a, b) =>
    a.to === b.to ? cmp(a.id, b.id) : cmp(a.to, b.to),
  )) {
    const groups = open.get(visit.place) ?? [];
    open.set(visit.place, groups);
    const group = groups.find(
      ({ from, to }) => visit.from <= to && daysBetween(min(from, visit.from), visit.to) <= longest,
    );
    if (group) {
      group.visits.push(visit);
      group.from = max(group.from, visit.from);
    } else groups.push({ from: visit.from, to: visit.to, visits: [visit] });
  }
  return [...open].flatMap(([place, groups]) => groups.map((group) => ({ place, ...group })));
}

const cmp = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const min = (a: string, b: string): string => (a < b ? a : b);
const max = (a: string, b: string): string => (a > b ? a : b);
