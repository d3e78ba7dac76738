import { address, type Sheet } from '../../../sheets/index.ts';
import { type Ledger, Slot } from '../grid.ts';

/** One line of a published table. */
export interface PublishedRow {
  /** The violation as the source names it: in its column, above the table, or as the name of the sheet. */
  readonly violation: string;
  readonly violationAt: string;
  readonly tier: Slot;
  readonly circumstance: Slot;
  readonly fine: Slot;
}

/** Words at the heads of published tables. Other columns (序号, 法律依据, 备注) are not read. */
const HEADS = {
  violation: ['违法行为', '违法行为名称', '案由', '事项名称'],
  tier: ['裁量阶次', '裁量等级', '裁量档次', '违法程度', '处罚档次'],
  circumstance: ['适用情形', '适用条件', '违法情节', '裁量情形', '具体情形'],
  fine: ['裁量幅度', '处罚幅度', '罚款幅度', '裁量标准', '处罚标准'],
} as const;
type Head = keyof typeof HEADS;
const NAMES = Object.keys(HEADS) as Head[];

/**
 * The rows of one sheet, whatever its layout: the heads are found by their words, and may stand again where a page broke. A
 * violation that is not repeated (merged cells, or blanks below it, as lists out of a text processor have them) holds
 * until the next one. Without a column of violations the line above the table names it, else the sheet.
 */
export function publishedRows(sheet: Sheet, ledger: Ledger): PublishedRow[] {
  const rows: PublishedRow[] = [];
  let columns: Partial<Record<Head, number>> | null = null;
  let title: { text: string; at: string } = { text: sheet.name, at: sheet.name };
  let violation: { text: string; at: string } | null = null;
  for (let row = 1; row <= sheet.rows; row += 1) {
    const heads = headsOf(sheet, row);
    if (heads !== null) {
      columns = heads;
      continue;
    }
    const slot = (head: Head): Slot | null => {
      const column = columns?.[head];
      return column === undefined ? null : new Slot(sheet, column, row, ledger);
    };
    if (columns === null) {
      const above = firstOf(sheet, row, ledger);
      if (above !== null) title = above;
      continue;
    }
    const [tier, circumstance, fine] = [slot('tier'), slot('circumstance'), slot('fine')];
    if (!tier || !circumstance || !fine || (tier.empty && circumstance.empty && fine.empty))
      continue;
    const own = slot('violation');
    const name = own?.text()?.trim();
    if (own && name) violation = { text: name, at: own.at };
    const { text, at } = violation ?? title;
    rows.push({ violation: text, violationAt: at, tier, circumstance, fine });
  }
  if (columns === null) {
    const message = 'no row of heads: 裁量阶次, 适用情形 and 裁量幅度 are needed';
    ledger.fault('workbook-form', sheet.name, message);
  }
  return rows;
}

/** The columns of a row of heads: three of them at least, the violation where it has a column of its own. */
function headsOf(sheet: Sheet, row: number): Partial<Record<Head, number>> | null {
  const found: Partial<Record<Head, number>> = {};
  for (let column = 1; column <= sheet.columns; column += 1) {
    const word = sheet.cells.get(address(column, row))?.text.replace(/\s/g, '') ?? '';
    const head = NAMES.find((name) => (HEADS[name] as readonly string[]).includes(word));
    if (head !== undefined) found[head] ??= column;
  }
  const { tier, circumstance, fine } = found;
  return tier && circumstance && fine ? found : null;
}

function firstOf(sheet: Sheet, row: number, ledger: Ledger): { text: string; at: string } | null {
  for (let column = 1; column <= sheet.columns; column += 1) {
    const slot = new Slot(sheet, column, row, ledger);
    const text = slot.text()?.trim();
    if (text) return { text, at: slot.at };
  }
  return null;
}
