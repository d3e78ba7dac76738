import { createHash } from 'node:crypto';
import { BOARD_FIGURES, boardFigures, openBoard } from '../../oversight/board/index.ts';
import {
  type CaseHistory,
  type Figure,
  type FigureDefinition,
  remedyFigures,
} from '../../oversight/index.ts';
import type { CountedCase } from '../store/records/figures.ts';

/**
 * By id of a figure what a case adds to numerator and denominator; null for a plain count. The month in which it began is told by its
 * row.
 */
export type Profile = Readonly<Record<string, readonly [number, number | null]>>;

/** Raised when the same entries would give other rows than before: then all are made anew. */
export const EDITION = 1;

/**
 * Figures that the store counts: those of the board and of remedies, by their own functions, so that there is one definition of
 * each. Every one of them is a sum over cases. What hangs on alerts changes from day to day with nothing entered, and is not kept.
 */
export function figuresOf(histories: readonly CaseHistory[]): Figure[] {
  const { cases } = openBoard({ cases: histories });
  return [...boardFigures(cases), ...remedyFigures(histories)].filter(({ definition }) =>
    isCounted(definition),
  );
}

/** Whether the store counts a figure. */
export const isCounted = ({ id }: Pick<FigureDefinition, 'id'>): boolean => !OF_ALERTS.has(id);

const OF_ALERTS = new Set([
  'board.alerted',
  'board.overdue',
  'board.alerts',
  'board.rule',
  'board.warnings',
]);

/** A case as it is counted, and what its profile says. */
export function counted(
  history: CaseHistory,
  thread: number,
): { readonly row: CountedCase; readonly figures: string } {
  const { cases } = openBoard({ cases: [history] });
  const [one] = cases;
  const profile: Record<string, readonly [number, number | null]> = {};
  for (const { id, definition, numerator, denominator } of figuresOf([history])) {
    if (definition.id === BOARD_FIGURES.began.id) continue;
    if (numerator > 0 || (denominator ?? 0) > 0) profile[id] = [numerator, denominator];
  }
  const figures = JSON.stringify(profile);
  return {
    figures,
    row: {
      thread,
      id: history.id,
      began: one?.began ?? '',
      violation: one?.violation ?? null,
      profile: createHash('sha256').update(figures).digest('hex').slice(0, 32),
    },
  };
}
