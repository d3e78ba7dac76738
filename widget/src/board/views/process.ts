import {
  BOARD_FIGURES,
  type BoardCase,
  boardFigures,
  isOpen,
  isOverdue,
} from '@chidu/sdk/oversight/board';
import type { Views } from '../shown.ts';
import { firstPage, type Known } from './known.ts';
import { shownCase } from './shown-case.ts';

/** Overdue first, then what is nearest to its last day, then what began first. */
export function process({ board, cases, keep }: Known): Views['process'] {
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
