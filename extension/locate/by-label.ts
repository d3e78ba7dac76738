import { hasControl, isControl } from './control.ts';
import { type LabelText, labelOf, labelText, plainText } from './label-text.ts';
import { readText, textNodes } from './read-text.ts';
import { isDisplayed, isShown } from './shown.ts';
import { Grid } from './table.ts';
import { unitBehind } from './unit-behind.ts';

/** A place that may hold a value. */
export interface Place {
  readonly nodes: readonly Node[];
  readonly unit: string;
  readonly hidden: boolean;
}

/** A label inside a text node: its value runs to `end`, or on into the siblings where `end` is null. */
interface Inline {
  readonly node: Text;
  readonly label: string;
  readonly unit: string;
  readonly from: number;
  readonly end: number | null;
}

/** Which texts are labels, so that a neighbour which is itself a label is not taken for a value. */
export interface Known {
  has(label: string): boolean;
}

/** Longer than any label with its unit and spaces; keeps the walk off whole paragraphs. */
const LONGEST = 48;
const HEADING = 'h1,h2,h3,h4,h5,h6,legend,caption,[class*=title i],[class*=head i]';
const BLOCK = 'td,th,dt,dd,li,p,div,tr,table,fieldset,legend,h1,h2,h3,h4,h5,h6,form,section';

/**
 * Finds values by the label printed beside them. What stands in a legacy page for years is its wording; positions
 * and generated ids change with every release and then point at the wrong value without a sign.
 *
 * Built once per reading: one walk over the texts of the document.
 */
export class LabelIndex {
  /** By the plain text of the label: the elements that say nothing else, and the labels inside a text. */
  readonly exact = new Map<string, { element: Element; label: LabelText }[]>();
  readonly inline = new Map<string, Inline[]>();
  readonly #known: Known;
  readonly #grids = new WeakMap<HTMLTableElement, Grid>();

  constructor(document: Document, known: Known) {
    this.#known = known;
    const seen = new Set<Element>();
    for (const node of textNodes(document)) {
      if (!node.data.trim()) continue;
      this.#findInline(node);
      for (
        let up = node.parentElement;
        up && up !== document.body && !seen.has(up);
        up = up.parentElement
      ) {
        if ((up.textContent ?? '').trim().length > LONGEST || holdsPlace(up)) break;
        seen.add(up);
        // A row with one empty cell says no more than its label does.
        if (up.matches('td,th,dt,label')) break;
      }
    }
    for (const element of seen) {
      const label = labelOf(element);
      const outer = element.parentElement as Element;
      // A label wrapped in font and b is one label: the outermost element that says nothing else.
      if (
        this.#known.has(label.label) &&
        !(seen.has(outer) && labelOf(outer).label === label.label)
      )
        add(this.exact, label.label, { element, label });
    }
  }

  /**
   * Every place that one of these labels points at: those the page shows, or else the hidden ones. `under` names the
   * titles that must stand over a label, for labels that a page repeats (名称 of the party, 名称 of the goods).
   */
  places(texts: readonly string[], under?: readonly string[]): readonly Place[] {
    const found: Place[] = [];
    const titles = under && plainLabels(under);
    const isUnder = (element: Element | null): boolean =>
      !titles || (element !== null && this.titles(element).some((title) => titles.has(title)));
    for (const text of plainLabels(texts)) {
      for (const { element, label } of this.exact.get(text) ?? []) {
        const nodes = isUnder(element) && this.#beside(element);
        if (nodes) found.push({ nodes, unit: label.unit, hidden: !isShown(element) });
      }
      for (const inline of this.inline.get(text) ?? []) {
        const place = isUnder(inline.node.parentElement) && this.#within(inline);
        if (place) found.push(place);
      }
    }
    const shown = found.filter((place) => !place.hidden);
    return distinct(shown.length > 0 ? shown : found);
  }

  /** The titles over an element: cells over its rows, the full-width row above it, the nearest heading before it. */
  titles(element: Element): readonly string[] {
    const cell = element.closest<HTMLTableCellElement>('td,th');
    const heading = [...element.ownerDocument.querySelectorAll(HEADING)].findLast((one) =>
      isBefore(one, element),
    );
    const over = (cell && this.#grid(cell)?.titles(cell)) ?? [];
    return [...over, heading].map((title) => labelOf(title).label);
  }

  /**
   * The unit of a control that was found by its name or path: in its label, in the text before it, in the cell to its
   * left or at the head of its column. Without it 3.75 under 万元 would be read as 3.75 yuan.
   */
  unitFor(element: Element): string {
    const cell = element.closest<HTMLTableCellElement>('td,th');
    const grid = cell && this.#grid(cell);
    const beside = [
      element instanceof HTMLInputElement ? element.labels?.[0] : null,
      element.previousSibling,
      cell && grid?.left(cell),
      cell && grid?.head(cell),
    ];
    return beside.map((node) => labelOf(node).unit).find((unit) => unit !== '') ?? '';
  }

  #beside(anchor: Element): readonly Node[] | null {
    const label = anchor.matches('label') ? anchor : anchor.querySelector('label');
    const control = (label as HTMLLabelElement | null)?.control;
    if (control) return withUnit(control);
    const cell = anchor.closest<HTMLTableCellElement>('td,th');
    if (cell && plainText(cell) === plainText(anchor)) return this.#nextCell(cell);
    return this.#following(anchor);
  }

  /** The next cell in the row; where that is a label too (a head row), the one value in the column below. */
  #nextCell(cell: HTMLTableCellElement): readonly Node[] | null {
    const grid = this.#grid(cell);
    const next = grid?.right(cell);
    // Some pages give the colon a cell of its own.
    const right = next && plainText(next) === ':' ? grid?.right(next) : next;
    // A label over several rows names a group (当事人 | 名称 | …): what stands beside it is a label of its own.
    if (right && cell.rowSpan > right.rowSpan) return null;
    const headRow = cell.tagName === 'TH' && (right?.tagName === 'TH' || cell.closest('thead'));
    if (right && !headRow && !this.#isLabel(right)) return withUnit(right);
    const below: Element[] = [];
    for (const under of grid ? this.#column(cell, grid) : []) {
      if (!under.matches('th')) below.push(under);
      // The next row of heads begins something new.
      else if (below[0]) break;
    }
    if (below.some((under) => this.#isLabel(under))) return null;
    const filled = below.filter((under) => readText([under]) !== '');
    // Several rows of values: which one is meant is not ours to say.
    return filled.length === 1 ? filled : null;
  }

  /** The cells under a head cell. Libraries draw head and body as two tables, or each row as one: those after it with as many columns. */
  #column(cell: HTMLTableCellElement, grid: Grid): readonly HTMLTableCellElement[] {
    const own = grid.below(cell);
    const head = cell.closest('table');
    let box = head?.parentElement;
    if (own.length > 0 || !head || head.rows.length > 1) return own;
    const wide = head.rows[0]?.cells.length ?? 0;
    for (let climbs = 0; box && climbs < 4; climbs += 1, box = box.parentElement) {
      const rows = [...box.querySelectorAll('table')]
        .filter((table) => isBefore(head, table))
        .flatMap((table) => [...table.rows]);
      // The head may have one more, over the scroll bar.
      const same = rows.filter(({ cells }) => wide === cells.length || wide === cells.length + 1);
      if (rows.length > 0) return same.flatMap((row) => row.cells[cell.cellIndex] ?? []);
    }
    return [];
  }

  /** What follows a label in its own line, up to the next label; else the element after its wrapper. */
  #following(anchor: Element): readonly Node[] | null {
    if (this.#isBehind(anchor)) return null;
    for (let from: Element = anchor, climbs = 0; climbs < 3; climbs += 1) {
      const nodes: Node[] = [];
      for (let next = from.nextSibling; next; next = next.nextSibling) {
        const block = next instanceof Element && next.matches(BLOCK);
        if (next.nodeName === 'BR' || this.#startsLabel(next) || isStructure(next)) break;
        if (block && nodes.length > 0) break;
        // An empty element is a place where nothing stands; white space between elements is no place.
        const isPlace = next instanceof Element || plainText(next) !== '';
        if (next.nodeName !== '#comment' && (nodes.length > 0 || isPlace)) nodes.push(next);
        if (block && nodes.length > 0) break;
      }
      const last = nodes.at(-1);
      if (last) return [...nodes.slice(0, -1), ...withUnit(last)];
      const up = from.parentElement;
      if (!up || plainText(up) !== plainText(anchor)) return null;
      from = up;
    }
    return null;
  }

  /** A run that begins with a value and ends with a label has its labels behind: what follows one there is another's value. */
  #isBehind(label: Element): boolean {
    const run = [...(label.parentNode?.childNodes ?? [])].filter(
      (node) => hasControl(node) || (plainText(node) && !isStructure(node)),
    );
    const [first = label] = run;
    const last = labelOf(run.at(-1)).label;
    return !this.#startsLabel(first) && this.#known.has(last);
  }

  /** Labels that share a piece of text with their values: `案号：某市监案〔2026〕12号　立案日期：2026-03-05`. */
  #findInline(node: Text): void {
    const hits: { label: LabelText; from: number; to: number }[] = [];
    const whole = isControl(node.nextSibling) && labelText(node.data);
    // A label right before its control, in one cell or line with it and without a colon.
    if (whole && !/[:：]/.test(node.data) && this.#known.has(whole.label))
      hits.push({ label: whole, from: 0, to: node.data.length });
    // The first label may be spaced out: 当 事 人：
    const first = node.data.search(/[:：]/);
    const spaced = labelText(node.data.slice(0, Math.max(first, 0)));
    const isSpaced = this.#known.has(spaced.label);
    if (isSpaced) hits.push({ label: spaced, from: 0, to: first + 1 });
    const pattern = /[^\s:：;；,，。|｜]{2,24}[:：]/g;
    for (let hit = pattern.exec(node.data); hit; hit = pattern.exec(node.data)) {
      const to = hit.index + hit[0].length;
      const label = labelText(hit[0]);
      if (this.#known.has(label.label) && !(isSpaced && to === first + 1))
        hits.push({ label, from: hit.index, to });
    }
    hits.forEach(({ label, to }, index) => {
      const end = hits[index + 1]?.from ?? null;
      add(this.inline, label.label, { node, ...label, from: to, end });
    });
  }

  #within({ node, label, unit, from, end }: Inline): Place | null {
    const parent = node.parentElement;
    if (!parent) return null;
    const own = node.data.slice(from, end ?? undefined).replace(/[;；,，|｜\s]+$/, '');
    // The label fills its own element: the rules for elements have it.
    if (this.exact.get(label)?.some(({ element }) => element.contains(node))) return null;
    const nodes: Node[] = [new Text(own)];
    for (let next = node.nextSibling; end === null && next; next = next.nextSibling) {
      if (next.nodeName === 'BR' || this.#startsLabel(next)) break;
      if (next instanceof Element && next.matches(BLOCK)) break;
      nodes.push(next);
    }
    return { nodes, unit, hidden: !isShown(parent) };
  }

  #isLabel(element: Element): boolean {
    if (hasControl(element)) return false;
    return this.#known.has(labelOf(element).label) || plainText(element).endsWith(':');
  }

  #startsLabel(node: Node): boolean {
    const text = plainText(node);
    return this.#known.has(labelText(/^([^:]{1,24}):/.exec(text)?.[1] ?? text).label);
  }

  #grid(cell: HTMLTableCellElement): Grid | null {
    const table = cell.closest('table');
    if (!table) return null;
    const grid = this.#grids.get(table) ?? new Grid(table);
    this.#grids.set(table, grid);
    return grid;
  }
}

/** A place together with the unit that stands behind it. */
export function withUnit(place: Node): readonly Node[] {
  const unit = unitBehind(place);
  return unit ? [place, new Text(unit)] : [place];
}

/** An element with a control or an empty part is more than a label: a value may stand in it. */
function holdsPlace(element: Element): boolean {
  if (hasControl(element)) return !element.matches('label');
  return [...element.querySelectorAll('*:not(br,wbr,img,i,a)')].some(
    (part) => !part.textContent?.trim() && part.childElementCount === 0,
  );
}

/** Before it, and not around it. */
const isBefore = (one: Node, other: Node): boolean =>
  one.compareDocumentPosition(other) === Node.DOCUMENT_POSITION_FOLLOWING;

/** Tables, lists and headings begin something new; they are not the value of what stands before them. */
function isStructure(node: Node): boolean {
  const structure = 'table,dl,dt,ul,ol,form,fieldset,legend,h1,h2,h3,h4,h5,h6';
  if (!(node instanceof Element)) return false;
  // The list of a drawn select is there and not shown. In a closed tab nothing is.
  const shown = (element: Element): boolean =>
    isShown(node) ? isShown(element) : isDisplayed(element);
  return node.matches(structure) || [...node.querySelectorAll(structure)].some(shown);
}

function add<T>(lists: Map<string, T[]>, key: string, one: T): void {
  lists.set(key, [...(lists.get(key) ?? []), one]);
}

export const plainLabels = (texts: Iterable<string>): ReadonlySet<string> =>
  new Set([...texts].map((text) => labelText(text).label));

/** One place reached by two ways is one place. */
function distinct(places: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const first = place.nodes.find((node) => node.isConnected);
    if (!first || !kept.some((other) => other.nodes.includes(first))) kept.push(place);
  }
  return kept;
}
