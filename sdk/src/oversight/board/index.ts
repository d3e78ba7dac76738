export {
  BOARD_STAGES,
  type Board,
  type BoardCase,
  type BoardFilter,
  type BoardStage,
  openBoard,
  selectCases,
  WHOLE_BOARD,
} from './board.ts';
export { BOARD_FIGURES, boardFigures, isOpen, isOverdue } from './board-figures.ts';
export {
  CROSS_FIGURE,
  CROSS_KEYS,
  type CrossKey,
  type CrossTable,
  crossTable,
} from './cross-table.ts';
export { MATTER_FIGURES, matterFigures } from './matter-figures.ts';
