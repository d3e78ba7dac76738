/**
 * A cell as the file holds it, nothing interpreted:
 * - `text`: the characters of a text cell, outer white space kept; the shortest decimal of a number; TRUE or FALSE; the
 *   error word (`#REF!`); empty for `uncached`.
 * - `uncached`: a formula whose result the file does not hold. Its value is unknown, not empty.
 */
export interface Cell {
  readonly kind: 'text' | 'number' | 'boolean' | 'error' | 'uncached';
  readonly text: string;
  /** Number format: `General`, `0%`, `0.00"倍"`. */
  readonly format: string;
  /** Present where the cell is computed, without the equals sign. */
  readonly formula?: string;
  /** The merged range that the cell belongs to, `B2:B5`; its value then stands in the first cell. */
  readonly merge?: string;
  /** Its row, column or sheet is hidden: somebody may not have seen it. */
  readonly hidden: boolean;
}

export interface Sheet {
  readonly name: string;
  readonly hidden: boolean;
  /** By address, `D7`. An empty cell is absent; the cells of a merged range all hold its value. */
  readonly cells: ReadonlyMap<string, Cell>;
  /** Last row and column that hold anything, from 1. */
  readonly rows: number;
  readonly columns: number;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
}
