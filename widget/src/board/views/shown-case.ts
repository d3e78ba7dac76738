import { type Board, type BoardCase, isOpen } from '@chidu/sdk/oversight/board';
import type { ShownCase } from '../shown.ts';
import { unitName } from './unit-name.ts';

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
