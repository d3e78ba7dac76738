import type { ClueHistory, Words } from '@chidu/sdk/oversight';
import { MATTER_FIGURES, matterFigures } from '@chidu/sdk/oversight/board';
import { CLUE_STATES } from '@chidu/sdk/oversight/clues';
import { BODY_KINDS, TASK_KINDS, TASK_STATES } from '@chidu/sdk/oversight/liaison';
import { SUPERVISION_STATES } from '@chidu/sdk/oversight/supervision';
import type { Asked, ShownMatter, Views } from '../shown.ts';
import { firstPage, type Known } from './known.ts';
import { mattersHere } from './matters-here.ts';
import { unitName, unitsByAuthority } from './unit-name.ts';

const clueState = (state: string): Words => wordsOf(CLUE_STATES, state);
const supervisionState = (state: string): Words => wordsOf(SUPERVISION_STATES, state);

/** A state that this version does not know is shown as the log names it. */
function wordsOf(states: Readonly<Record<string, Words>>, state: string): Words {
  const { zh, en } = states[state] ?? { zh: state, en: state };
  return { zh, en };
}

export function liaison(known: Known, asked: Asked): Views['liaison'] {
  const { clues, supervisions, tasks } = mattersHere(known, asked);
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
    ...tasks.map(
      ({ id, data, state, due, day }): ShownMatter => ({
        kind: 'task',
        id,
        number: data.task,
        from: wordsOf(TASK_KINDS, data.kind),
        state: wordsOf(TASK_STATES, state),
        open: (TASK_STATES as Record<string, { who: unknown }>)[state]?.who !== null,
        level: null,
        unit:
          data.direction === 'out'
            ? wordsOf(BODY_KINDS, data.body)
            : nameOf(id.split('/')[0] ?? ''),
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
