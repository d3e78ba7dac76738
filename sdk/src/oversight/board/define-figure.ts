import type { FigureDefinition } from '../figure.ts';

/** A figure of the board: `board.<id>`, with its name and its formula in both languages. */
export const define = (
  id: string,
  counts: FigureDefinition['counts'],
  label: readonly [zh: string, en: string],
  formula: readonly [zh: string, en: string],
): FigureDefinition => ({
  id: `board.${id}`,
  label: { zh: label[0], en: label[1] },
  formula: { zh: formula[0], en: formula[1] },
  counts,
});
