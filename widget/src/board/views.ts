import {
  type ClueHistory,
  count,
  type Figure,
  type Matters,
  remedyFigures,
  share,
  type Words,
} from '@chidu/sdk/oversight';
import { type Alert, RULES, type Thresholds } from '@chidu/sdk/oversight/alerts';
import {
  BOARD_FIGURES,
  type Board,
  type BoardCase,
  boardFigures,
  crossTable,
  isOpen,
  isOverdue,
  MATTER_FIGURES,
  matterFigures,
  selectCases,
} from '@chidu/sdk/oversight/board';
import { CLUE_STATES } from '@chidu/sdk/oversight/clues';
import {
  type AppraisalFormula,
  appraise,
  FULL_RATES,
  fullRates,
} from '@chidu/sdk/oversight/indicators';
import { K_FLOOR, publicStatistics } from '@chidu/sdk/oversight/public';
import { SUPERVISION_STATES } from '@chidu/sdk/oversight/supervision';
import { useOf } from '@chidu/sdk/oversight/use';
import { within } from '@chidu/sdk/text';
import type { Asked, Page, ShownCase, ShownFigure, ShownMatter, ViewName, Views } from './shown.ts';

/** What a view is drawn from. */
export interface Known {
  readonly board: Board;
  /** Those of the filter. */
  readonly cases: readonly BoardCase[];
  readonly matters: Matters;
  readonly alerts: readonly Alert[];
  readonly thresholds: Thresholds;
  readonly formula: AppraisalFormula | null;
  readonly statutes: ReadonlyMap<
    string,
    {
      readonly name: { readonly zh: string; readonly en: string };
      readonly basis: { readonly law: string; readonly article: number };
      readonly summary?: string;
      readonly from: string;
    }
  >;
  readonly today: string;
  /** Keeps a figure so that it can be drilled into, and answers it without its ids. */
  readonly keep: (figure: Figure) => ShownFigure;
}

export function drawView<Name extends ViewName>(
  name: Name,
  known: Known,
  asked: Asked,
): Views[Name] {
  const draw: { [N in ViewName]: () => Views[N] } = {
    overview: () => overview(known, asked),
    process: () => process(known),
    liaison: () => liaison(known, asked),
    statistics: () => statistics(known, asked),
    alerts: () => alertsView(known),
    law: () => law(known),
    society: () => society(known),
    appraisal: () => appraisal(known, asked),
  };
  return draw[name]();
}

const firstPage = <T>(all: readonly T[]): Page<T> => ({
  total: all.length,
  from: 0,
  rows: all.slice(0, 200),
});

const unitName = (board: Board, authority: string, unit: string | null): string =>
  board.organisation?.units.find(({ id }) => id === unit)?.name ?? authority;

export function shownCase(board: Board, one: BoardCase): ShownCase {
  const { id, history, violation, began, stage, alerts } = one;
  return {
    id,
    caseNumber: history.caseNumber,
    unit: unitName(board, history.authority, one.unit),
    violation,
    began,
    stage,
    open: isOpen(one),
    alert: alerts[0] ?? null,
    alerts: alerts.length,
  };
}

const named = (name: string | undefined) => (name === undefined ? null : { zh: name, en: name });

/** Ids of units by the authority that they are; stations are none of their own. */
const unitsByAuthority = ({ organisation }: Board): ReadonlyMap<string, string> =>
  new Map(
    organisation?.units.flatMap(({ authority, id }) =>
      authority === null ? [] : [[authority, id] as const],
    ),
  );

/** Clues of the branch that the filter names; those that name no authority belong to the whole. */
function mattersHere({ board, matters }: Known, { filter }: Asked) {
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
  return { clues, supervisions };
}

function overview(known: Known, asked: Asked): Views['overview'] {
  const { clues, supervisions } = mattersHere(known, asked);
  return {
    figures: boardFigures(known.cases).map(known.keep),
    matters: matterFigures(clues, supervisions).map(known.keep),
    remedies: remedyFigures(known.cases.map(({ history }) => history)).map(known.keep),
  };
}

/** Overdue first, then what is nearest to its last day, then what began first. */
function process({ board, cases, keep }: Known): Views['process'] {
  const daysOf = ({ alerts }: BoardCase) =>
    alerts.reduce((least, { days }) => (days !== null && days < least ? days : least), 99_999);
  const open = cases.filter((one) => isOpen(one) || isOverdue(one));
  const keyed = open.map((one) => [daysOf(one), one] as const);
  keyed.sort(([a, one], [b, other]) => a - b || (one.began < other.began ? -1 : 1));
  const stages = boardFigures(cases).filter(({ definition: { id } }) =>
    [BOARD_FIGURES.stage.id, BOARD_FIGURES.open.id, BOARD_FIGURES.overdue.id].includes(id as never),
  );
  return {
    figures: stages.map(keep),
    cases: firstPage(keyed.map(([, one]) => shownCase(board, one))),
  };
}

const clueState = (state: string): Words => wordsOf(CLUE_STATES, state);
const supervisionState = (state: string): Words => wordsOf(SUPERVISION_STATES, state);

/** A state that this version does not know is shown as the log names it. */
function wordsOf(states: Readonly<Record<string, Words>>, state: string): Words {
  const { zh, en } = states[state] ?? { zh: state, en: state };
  return { zh, en };
}

function liaison(known: Known, asked: Asked): Views['liaison'] {
  const { clues, supervisions } = mattersHere(known, asked);
  const unitOf = unitsByAuthority(known.board);
  const nameOf = (unit: string) => unitName(known.board, unit, unitOf.get(unit) ?? unit);
  const clue = ({ id, data, state, level, steps, day }: ClueHistory): ShownMatter => {
    // Who had it before it went back to the pool has it no more.
    const since = steps.slice(steps.findLastIndex((step) => step.data.state === 'pooled') + 1);
    const unit = since.findLast((step) => step.data.unit !== undefined)?.data.unit;
    return {
      kind: 'clue',
      id,
      number: id,
      from: data.channel,
      state: clueState(state),
      open: (CLUE_STATES as Record<string, { open: boolean }>)[state]?.open ?? true,
      level,
      unit: unit === undefined ? null : nameOf(unit),
      day,
      due: data.due,
    };
  };
  const rows: ShownMatter[] = [
    ...supervisions.map(
      ({ id, data, state, due, day }): ShownMatter => ({
        kind: 'supervision',
        id,
        number: data.supervision,
        from: data.instrument,
        state: supervisionState(state),
        open: (SUPERVISION_STATES as Record<string, { who: unknown }>)[state]?.who !== null,
        level: null,
        unit: nameOf(data.about.authority),
        day,
        due,
      }),
    ),
    ...clues.map(clue),
  ];
  rows.sort(
    (a, b) =>
      Number(b.open) - Number(a.open) ||
      (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
      a.day.localeCompare(b.day),
  );
  const { state, supervisionState: ofSupervisions } = MATTER_FIGURES;
  const figures = matterFigures(clues, supervisions).map(known.keep);
  return {
    figures,
    states: figures.flatMap((figure) => {
      const key = figure.scope.state ?? '';
      if (figure.definition.id === state.id) return { label: clueState(key), figure };
      return figure.definition.id === ofSupervisions.id
        ? { label: supervisionState(key), figure }
        : [];
    }),
    matters: firstPage(rows),
  };
}

function statistics(known: Known, { filter, rows, columns }: Asked): Views['statistics'] {
  const { board, cases, keep } = known;
  const tops = board.organisation?.units.filter(({ parent }) => parent === null) ?? [];
  // One top alone would be one row.
  const unit = filter.unit ?? (tops.length === 1 ? (tops[0]?.id ?? null) : null);
  const table = crossTable(board, cases, { rows, columns, unit });
  const nameOf = (by: string) => (key: string) => ({
    key,
    name:
      by === 'unit'
        ? named(board.organisation?.units.find(({ id }) => id === key)?.name)
        : by === 'violation'
          ? (known.statutes.get(key)?.name ?? null)
          : null,
  });
  return {
    table: {
      rows: table.rows.map(nameOf(rows)),
      columns: table.columns.map(nameOf(columns)),
      cells: table.cells.map((line) => line.map(keep)),
      rowTotals: table.rowTotals.map(keep),
      columnTotals: table.columnTotals.map(keep),
      total: keep(table.total),
    },
    use: useOf(cases.flatMap(({ exercise }) => exercise ?? []))
      .filter(({ scope }) => scope.tier === undefined)
      .map(keep),
  };
}

function alertsView({ board, cases, thresholds, keep }: Known): Views['alerts'] {
  const figures = boardFigures(cases).filter(({ definition: { id } }) =>
    [BOARD_FIGURES.alerts.id, BOARD_FIGURES.rule.id, BOARD_FIGURES.warnings.id].includes(
      id as never,
    ),
  );
  const byRule = new Map(figures.map((figure) => [figure.scope.rule, figure]));
  const here = new Set(cases.map(({ id }) => id));
  const urgency = { high: 0, medium: 1, low: 2 };
  const list = cases
    .flatMap(({ alerts, unit }) =>
      alerts.map((alert) => ({ ...alert, unit: unitName(board, alert.authority, unit) })),
    )
    .filter((alert) => here.has(alert.case))
    .sort(
      (a, b) =>
        urgency[a.level] - urgency[b.level] ||
        (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
        (a.id < b.id ? -1 : 1),
    );
  return {
    figures: figures.map(keep),
    rules: RULES.map(({ id, label }) => {
      const { state, unit, levels, values, why } = thresholds.rules[id];
      const figure = byRule.get(id);
      return {
        id,
        label: { zh: label.zh, en: label.en ?? label.zh },
        state,
        unit,
        medium: levels.medium,
        high: levels.high,
        values: { ...values },
        why: { zh: why.zh, en: why.en ?? why.zh },
        figure: figure ? keep(figure) : null,
      };
    }),
    list: firstPage(list),
  };
}

function law({ cases, statutes, keep }: Known): Views['law'] {
  const byViolation = Map.groupBy(
    cases.filter(({ violation }) => violation !== null),
    ({ violation }) => violation as string,
  );
  const violations = [...byViolation].map(([violation, own]) => {
    const statute = statutes.get(violation);
    const ids = own.map(({ id }) => id);
    return {
      violation,
      name: statute?.name ?? null,
      basis: statute ? { law: statute.basis.law, article: statute.basis.article } : null,
      summary: statute?.summary ?? null,
      from: statute?.from ?? null,
      cases: keep(count(BOARD_FIGURES.cases, ids, { violation })),
      objected: keep(
        share(BOARD_FIGURES.objected, {
          part: own.filter(({ history }) => history.objections.length > 0).map(({ id }) => id),
          of: ids,
          scope: { violation },
        }),
      ),
    };
  });
  violations.sort(
    (a, b) => b.cases.numerator - a.cases.numerator || (a.violation < b.violation ? -1 : 1),
  );
  return { violations, known: statutes.size > 0 };
}

function society({ cases, statutes, today, keep }: Known): Views['society'] {
  const { viewed, objected, answered, upheld } = BOARD_FIGURES;
  const wanted: readonly string[] = [viewed, objected, answered, upheld].map(({ id }) => id);
  const exercises = cases.flatMap(({ exercise }) => exercise ?? []);
  const violations = [...new Set(exercises.map(({ violation }) => violation))].sort();
  const labels = violations.map((id) => {
    const name = statutes.get(id)?.name;
    return { id, zh: name?.zh ?? id, en: name?.en ?? id };
  });
  return {
    figures: boardFigures(cases)
      .filter(({ definition: { id } }) => wanted.includes(id))
      .map(keep),
    publication:
      labels.length === 0
        ? null
        : publicStatistics({
            exercises,
            k: K_FLOOR,
            before: today,
            rows: { labels, of: ({ violation }) => violation },
            counted: new Set(),
          }).statistics,
  };
}

function appraisal(known: Known, { filter }: Asked): Views['appraisal'] {
  const { board, formula, today, keep } = known;
  const { organisation, branches } = board;
  // These figures say themselves what happened in the period; a case may have begun before it.
  const cases = selectCases(board, { ...filter, from: null, to: null });
  if (organisation === null) return { rates: [], unknown: [], formula: null, scores: [] };
  const from = filter.from ?? '2000-01-01';
  const to =
    filter.to ?? (today >= '2000' ? `${Number(today.slice(0, 4)) + 1}-01-01` : '9999-01-01');
  const of = (unit: string | null, own: readonly BoardCase[]) => {
    const branch = unit === null ? null : branches.get(unit);
    const units = organisation.units.filter(({ id }) => branch === null || branch?.has(id));
    return fullRates({
      organisation: { ...organisation, units },
      people: null,
      cases: own.map(({ history }) => history),
      from,
      to,
      publicity: null,
    });
  };
  const whole = of(filter.unit, cases);
  const below = organisation.units.filter(({ parent }) => parent === filter.unit);
  const tops = below.length > 0 ? below : organisation.units.filter(({ id }) => id === filter.unit);
  const compared =
    filter.unit === null && tops.length === 1
      ? organisation.units.filter(({ parent }) => parent === tops[0]?.id)
      : tops;
  const figuresOf = compared.map(({ id }) => {
    const own = cases.filter(({ unit }) => unit !== null && branches.get(id)?.has(unit));
    const figures = [
      ...of(id, own).figures,
      ...useOf(
        own.flatMap(({ exercise }) =>
          exercise !== null && within(exercise.day, from, to) ? exercise : [],
        ),
      ),
    ].map((figure) => ({ ...figure, id: `${figure.id}@${id}` }));
    return { unit: id, figures };
  });
  const scores = formula === null ? [] : appraise(formula, figuresOf);
  return {
    rates: whole.figures.map(keep),
    unknown: whole.unknown.flatMap((id) =>
      Object.values(FULL_RATES)
        .filter((rate) => rate.id === id)
        .map(({ label }) => ({ id, label })),
    ),
    formula: formula && {
      title: formula.title,
      version: formula.version,
      sample: formula.sample,
      items: formula.items.map(({ figure, label, weight, none, all }) => ({
        figure,
        label,
        weight,
        none,
        all,
      })),
    },
    scores: scores.map(({ unit, afterContest, contests, places }) => ({
      unit,
      name: organisation.units.find(({ id }) => id === unit)?.name ?? unit,
      total: afterContest.total,
      interval: afterContest.interval,
      places,
      contests: contests.length,
      items: afterContest.items.map(({ figure, counted, points }) => ({
        figure,
        counted: counted && keep(counted),
        points,
      })),
    })),
  };
}
