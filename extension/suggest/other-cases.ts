import { LabelIndex, type Place } from '../locate/by-label.ts';
import { labelOf } from '../locate/label-text.ts';
import { isAboutOthers, isOfChanges, meaningOf } from './glossary.ts';

/** More labels than anybody's particulars have: a title over all of them is an entry of a menu. */
const MANY = 6;

/** Tells which labels stand where a page speaks of somebody else, of another case or of values that are no more. */
export function otherCases(index: LabelIndex, document: Document): (label: Element) => boolean {
  // The title of a frame stands in the document around it, where that is of the same origin.
  const frame = document.defaultView?.frameElement;
  const around = frame && new LabelIndex(frame.ownerDocument, { has: () => false });
  if (frame && around?.titles(frame).some(isAboutOthers)) return () => true;
  const tables = [...document.querySelectorAll('table')];
  const known = new Map<Element, boolean>();
  const isOther = (label: Element): boolean => {
    const other =
      known.get(label) ?? (index.titles(label).some(isAboutOthers) || isInChanges(label, tables));
    known.set(label, other);
    return other;
  };
  const telling = [...new Set([...index.exact.keys(), ...index.inline.keys()])].filter(
    (label) => meaningOf(label) !== null,
  );
  const isMenu =
    telling.length > MANY && telling.every((label) => standsAt(index, label).every(isOther));
  return isMenu ? () => false : isOther;
}

/** The elements in which a label stands. */
export const standsAt = (index: LabelIndex, label: string): readonly Element[] => [
  ...(index.exact.get(label) ?? []).map(({ element }) => element),
  ...(index.inline.get(label) ?? []).flatMap(({ node }) => node.parentElement ?? []),
];

/** A title that stands over all of these labels and over none of those. */
export function titleOver(
  index: LabelIndex,
  these: readonly Element[],
  those: readonly Element[],
): string | null {
  const [first, ...others] = these.map((label) => index.titles(label));
  const away = new Set(those.flatMap((label) => index.titles(label)));
  const title = first?.find(
    (one) => one !== '' && !away.has(one) && others.every((titles) => titles.includes(one)),
  );
  return title ?? null;
}

/** In a table of changes: 变更项 | 变更前 | 变更后. Libraries draw its head as a table of its own. */
function isInChanges(label: Element, tables: readonly HTMLTableElement[]): boolean {
  const row = label.closest('tr');
  const table = row?.closest('table');
  if (!row || !table) return false;
  const before = tables[tables.indexOf(table) - 1];
  const heads = [table.rows[0], before?.rows.length === 1 ? before.rows[0] : undefined];
  return heads.some(
    (head) =>
      head !== undefined &&
      Math.abs(head.cells.length - row.cells.length) < 2 &&
      [...head.cells].some((cell) => isOfChanges(labelOf(cell).label)),
  );
}

/** In a column of another case: 项目 | 上次处罚 | 本次处罚. */
export function isInOtherColumn({ nodes }: Place): boolean {
  const [node] = nodes.filter((one) => one.isConnected);
  const cell = (
    node instanceof Element ? node : node?.parentElement
  )?.closest<HTMLTableCellElement>('td');
  const head = cell?.closest('table')?.rows[0]?.cells[cell.cellIndex];
  return head !== undefined && head !== cell && isAboutOthers(labelOf(head).label);
}
