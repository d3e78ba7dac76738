import type { Figure, Matters } from '@chidu/sdk/oversight';
import type { Board, BoardCase } from '@chidu/sdk/oversight/board';
import type { Equipment } from '../papers.ts';
import type { Page, ShownFigure } from '../shown.ts';

/** What a view is drawn from. */
export interface Known {
  readonly board: Board;
  /** Those of the filter. */
  readonly cases: readonly BoardCase[];
  readonly matters: Matters;
  readonly papers: Equipment;
  /** Keeps a figure so that it can be drilled into, and answers it without its ids. */
  readonly keep: (figure: Figure) => ShownFigure;
}

export const firstPage = <T>(all: readonly T[]): Page<T> => ({
  total: all.length,
  from: 0,
  rows: all.slice(0, 200),
});
