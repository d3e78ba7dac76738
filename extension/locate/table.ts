type Cell = HTMLTableCellElement;

/**
 * A table as the eye sees it: every square names the cell that covers it, row and column spans honoured.
 * Needed because the cell below a label is not the cell with its number.
 */
export class Grid {
  readonly #rows: Cell[][] = [];
  readonly #at = new Map<Cell, { row: number; column: number }>();

  constructor(table: HTMLTableElement) {
    [...table.rows].forEach((tr, row) => {
      let column = 0;
      for (const cell of tr.cells) {
        while (this.#rows[row]?.[column]) column += 1;
        this.#at.set(cell, { row, column });
        // rowSpan 0 means "to the end"; legacy pages that write it mean 1.
        for (let r = row; r < row + (cell.rowSpan || 1) && r < table.rows.length; r += 1)
          for (let c = column; c < column + cell.colSpan; c += 1) {
            this.#rows[r] ??= [];
            (this.#rows[r] as Cell[])[c] ??= cell;
          }
        column += cell.colSpan;
      }
    });
  }

  /** The cell that begins where this one ends, in the same row. */
  right(cell: Cell): Cell | null {
    const at = this.#at.get(cell);
    return (at && this.#rows[at.row]?.[at.column + cell.colSpan]) ?? null;
  }

  left(cell: Cell): Cell | null {
    const at = this.#at.get(cell);
    return (at && this.#rows[at.row]?.[at.column - 1]) ?? null;
  }

  /** The cell at the top of its column. */
  head(cell: Cell): Cell | null {
    const at = this.#at.get(cell);
    return (at && at.row > 0 && this.#rows[0]?.[at.column]) || null;
  }

  /** The cells that stand over this one as titles: those over its rows to the left, then the nearest full-width row above. */
  titles(cell: Cell): readonly Cell[] {
    const at = this.#at.get(cell);
    if (!at) return [];
    const row = this.#rows[at.row] ?? [];
    const found = row.slice(0, at.column).filter((left) => left.rowSpan > cell.rowSpan);
    for (let r = at.row - 1; r >= 0; r -= 1) {
      const [first, ...others] = this.#rows[r] ?? [];
      if (first && first.colSpan > 1 && others.every((other) => other === first)) {
        found.push(first);
        break;
      }
    }
    return found;
  }

  /** Every cell under this one in its column, down to the end of the table. */
  below(cell: Cell): readonly Cell[] {
    const at = this.#at.get(cell);
    if (!at) return [];
    const under = this.#rows.slice(at.row + (cell.rowSpan || 1)).map((row) => row[at.column]);
    return [...new Set(under.filter((found) => found !== undefined))];
  }
}
