import { LabelIndex, type Place } from '../locate/by-label.ts';
import { labelOf, labelText, squeeze } from '../locate/label-text.ts';
import { readText } from '../locate/read-text.ts';
import type { Found } from '../locate/reading.ts';
import { isShown } from '../locate/shown.ts';
import { isLabelWording } from './glossary.ts';
import { nameOf } from './propose.ts';
import { shortPath } from './short-path.ts';

/** What a person pointed at, with every way to find it again. */
export interface Picked {
  readonly label: string | null;
  readonly name: string | null;
  readonly path: string;
  readonly found: Found;
}

/**
 * The value at or beside an element. Pointed at a label, the value beside it; pointed at a value, the label that leads to
 * it and to nothing else.
 */
export function pickedAt(document: Document, element: Element): Picked {
  for (const text of labelsNear(element)) {
    const { label } = labelText(text);
    if (label.length < 2 || label.length > 24) continue;
    const index = new LabelIndex(document, {
      has: (one) => one === label || (one.length > 1 && one.length < 25 && isLabelWording(one)),
    });
    const places = index.places([label]);
    const [place] = places;
    const own = labelOf(element).label === label;
    if (places.length === 1 && place && (own || holds(place, element)))
      return asPicked(document, label, place, element);
  }
  const place = { nodes: [element], unit: '', hidden: !isShown(element) };
  return asPicked(document, null, place, element);
}

function asPicked(
  document: Document,
  label: string | null,
  place: Place,
  element: Element,
): Picked {
  const [node] = place.nodes;
  const at = label === null || !(node instanceof Element) ? element : node;
  return {
    label,
    name: nameOf(document, [place]),
    path: shortPath(at),
    found: {
      by: label === null ? 'path' : 'label',
      where: label ?? shortPath(at),
      raw: readText(place.nodes, place.hidden),
      unit: place.unit,
      hidden: place.hidden,
    },
  };
}

const holds = ({ nodes }: Place, element: Element): boolean =>
  nodes.some((node) => node.contains(element) || element.contains(node));

/** Texts that may be the label of an element, nearest first. */
function labelsNear(element: Element): readonly string[] {
  const found = [element.textContent ?? ''];
  if (element instanceof HTMLInputElement || element instanceof HTMLSelectElement)
    found.push(...[...(element.labels ?? [])].map((label) => label.textContent ?? ''));
  const cell = element.closest<HTMLTableCellElement>('td,th');
  const row = cell?.parentElement;
  if (cell && row instanceof HTMLTableRowElement) {
    found.push(cell.previousElementSibling?.textContent ?? '');
    const table = cell.closest('table');
    for (const above of table ? [...table.rows].slice(0, row.rowIndex).reverse() : [])
      found.push(above.cells[cell.cellIndex]?.textContent ?? '');
  }
  for (let at: Element | null = element, up = 0; at && up < 4; at = at.parentElement, up += 1) {
    found.push(at.previousElementSibling?.textContent ?? '');
    found.push(at.previousSibling?.textContent ?? '');
    const inline = /([^\s:：]{2,24})[:：]/.exec(squeeze(at.textContent ?? ''));
    if (inline?.[1]) found.push(inline[1]);
  }
  return [...new Set(found.filter((text) => text.trim() !== '' && text.length < 60))];
}
