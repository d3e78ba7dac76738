import type { Alert } from '../alerts/index.ts';
import type { CaseHistory, Unread } from '../events/case-history.ts';
import type { Organisation } from '../organisation.ts';
import { STAGES } from '../stages.ts';
import { type Exercise, exercisesOf } from '../use/index.ts';

/** 环节 in their order; `none` is a case of which no stage was seen. */
export const BOARD_STAGES = ['none', ...STAGES] as const;
export type BoardStage = (typeof BOARD_STAGES)[number];

/** A case with what the screen shows and filters by. */
export interface BoardCase {
  readonly id: string;
  readonly history: CaseHistory;
  /** Id of the unit in whose authority's name it was entered; null where the organisation has none. */
  readonly unit: string | null;
  /** Day of its first entry: a period holds the cases that began in it. */
  readonly began: string;
  /** The last of the eight stages that was seen or that a code tells (告知, 决定). */
  readonly stage: BoardStage;
  readonly exercise: Exercise | null;
  readonly violation: string | null;
  /** Early warnings included. */
  readonly alerts: readonly Alert[];
}

export interface Board {
  readonly cases: readonly BoardCase[];
  readonly byId: ReadonlyMap<string, BoardCase>;
  readonly organisation: Organisation | null;
  /** By unit, the ids of the units of its branch, itself included. */
  readonly branches: ReadonlyMap<string, ReadonlySet<string>>;
  readonly unread: readonly Unread[];
}

/** What is shown of it; null leaves a question open. */
export interface BoardFilter {
  /** Id of a unit: it and all below. */
  readonly unit: string | null;
  /** Days, [from, to). */
  readonly from: string | null;
  readonly to: string | null;
  readonly violation: string | null;
  /** Cases with an alert of this level. */
  readonly level: Alert['level'] | null;
}

export const WHOLE_BOARD: BoardFilter = {
  unit: null,
  from: null,
  to: null,
  violation: null,
  level: null,
};

/** Everything that a filter and the figures ask of a case, worked out once. */
export function openBoard({
  cases,
  unread = [],
  organisation = null,
  alerts = [],
}: {
  readonly cases: readonly CaseHistory[];
  readonly unread?: readonly Unread[];
  readonly organisation?: Organisation | null;
  readonly alerts?: readonly Alert[];
}): Board {
  const unitOf = new Map(organisation?.units.map(({ authority, id }) => [authority, id]));
  const exercises = new Map(exercisesOf(cases).exercises.map((one) => [one.case, one]));
  const raised = Map.groupBy(alerts, (alert) => alert.case);
  const rows = cases.map((history): BoardCase => {
    const exercise = exercises.get(history.id) ?? null;
    return {
      id: history.id,
      history,
      unit: unitOf.get(history.authority) ?? null,
      began: firstDay(history),
      stage: stageOf(history),
      exercise,
      violation: exercise?.violation ?? null,
      alerts: raised.get(history.id) ?? [],
    };
  });
  return {
    cases: rows,
    byId: new Map(rows.map((row) => [row.id, row])),
    organisation,
    branches: branchesOf(organisation),
    unread,
  };
}

/** The cases that a filter leaves, in the order of the board. */
export function selectCases(
  { cases, branches }: Board,
  { unit, from, to, violation, level }: BoardFilter,
): readonly BoardCase[] {
  const branch = unit === null ? null : (branches.get(unit) ?? new Set());
  return cases.filter(
    (one) =>
      (branch === null || (one.unit !== null && branch.has(one.unit))) &&
      (from === null || one.began >= from) &&
      (to === null || one.began < to) &&
      (violation === null || one.violation === violation) &&
      (level === null || one.alerts.some((alert) => alert.level === level)),
  );
}

function firstDay({ codes, stages, changes, remedies }: CaseHistory): string {
  let first = '9999-12-31';
  for (const { day } of codes) if (day < first) first = day;
  for (const { day } of stages) if (day < first) first = day;
  for (const { day } of changes) if (day < first) first = day;
  for (const { day } of remedies) if (day < first) first = day;
  return first;
}

function stageOf({ codes, stages }: CaseHistory): BoardStage {
  let furthest = 0;
  for (const { stage } of stages) {
    const place = (BOARD_STAGES as readonly string[]).indexOf(stage);
    if (place > furthest) furthest = place;
  }
  for (const { issued, decided } of codes) {
    if (issued === null) continue;
    const told = decided !== null || issued.documentKind >= 3 ? 'decided' : 'noticed';
    furthest = Math.max(furthest, BOARD_STAGES.indexOf(told));
  }
  return BOARD_STAGES[furthest] as BoardStage;
}

function branchesOf(organisation: Organisation | null): ReadonlyMap<string, ReadonlySet<string>> {
  const branches = new Map<string, Set<string>>();
  const units = organisation?.units ?? [];
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  for (const { id } of units)
    for (let above: string | null = id; above !== null; above = parents.get(above) ?? null) {
      branches.set(above, (branches.get(above) ?? new Set()).add(id));
    }
  return branches;
}
