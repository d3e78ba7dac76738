import { type LabelText, labelText, squeeze } from './label-text.ts';
import { readText } from './read-text.ts';
import { isShown } from './shown.ts';
import { Grid } from './table.ts';

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

/** Longer than any label with its unit and spaces; keeps the walk off whole paragraphs. */
const LONGEST = 48;
const BLOCK = 'td,th,dt,dd,li,p,div,tr,table,fieldset,legend,h1,h2,h3,h4,h5,h6,form,section';

/**
 * Finds values by the label printed beside them. What stands in a legacy page for years is its wording; positions
 * and generated ids change with every release and then point at the wrong value without a sign.
 *
 * Built once per reading: one walk over the texts of the document.
 */
export class LabelIndex {
  readonly #exact = new Map<string, { element: Element; label: LabelText }[]>();
  readonly #inline = new Map<string, Inline[]>();
  readonly #known: ReadonlySet<string>;
  readonly #grids = new WeakMap<HTMLTableElement, Grid>();

  /** `known`: every label the adapter names, so that a neighbour which is itself a label is not taken for a value. */
  constructor(document: Document, known: Iterable<string>) {
    this.#known = new Set([...known].map((text) => labelText(text).label));
    const root = document.body ?? document.documentElement;
    const seen = new Set<Element>();
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.nodeValue?.trim() || node.parentElement?.closest('script,style,option,textarea'))
        continue;
      this.#findInline(node as Text);
      for (let up = node.parentElement; up && up !== root && !seen.has(up); up = up.parentElement) {
        if ((up.textContent ?? '').trim().length > LONGEST || holdsPlace(up)) break;
        seen.add(up);
        // A row with one empty cell says no more than its label does.
        if (up.matches('td,th,dt,label')) break;
      }
    }
    for (const element of seen) {
      const label = labelText(element.textContent ?? '');
      if (!this.#known.has(label.label)) continue;
      const list = this.#exact.get(label.label) ?? [];
      list.push({ element, label });
      this.#exact.set(label.label, list);
    }
    // A label wrapped in font and b is one label: the outermost element that says nothing else.
    for (const [key, list] of this.#exact) {
      const all = new Set(list.map(({ element }) => element));
      this.#exact.set(
        key,
        list.filter(({ element }) => !element.parentElement || !all.has(element.parentElement)),
      );
    }
  }

  /** Every place that one of these labels points at: those the page shows, or else the hidden ones. */
  places(texts: readonly string[]): readonly Place[] {
    const found: Place[] = [];
    for (const text of new Set(texts.map((printed) => labelText(printed).label))) {
      for (const { element, label } of this.#exact.get(text) ?? []) {
        const nodes = this.#beside(element);
        if (nodes) found.push({ nodes, unit: label.unit, hidden: !isShown(element) });
      }
      for (const inline of this.#inline.get(text) ?? []) {
        const place = this.#within(inline);
        if (place) found.push(place);
      }
    }
    const shown = found.filter((place) => !place.hidden);
    return distinct(shown.length > 0 ? shown : found);
  }

  /**
   * The unit of a control that was found by its name or path: in its label, in the text before it, in the cell to its
   * left or at the head of its column. Without it 3.75 under 万元 would be read as 3.75 yuan.
   */
  unitFor(element: Element): string {
    const cell = element.closest<HTMLTableCellElement>('td,th');
    const grid = cell && this.#grid(cell);
    const texts = [
      element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : '',
      element.previousSibling?.textContent,
      cell && grid?.left(cell)?.textContent,
      cell && grid?.head(cell)?.textContent,
    ];
    return texts.map((text) => labelText(text ?? '').unit).find((unit) => unit !== '') ?? '';
  }

  #beside(anchor: Element): readonly Node[] | null {
    const label = anchor.matches('label') ? anchor : anchor.querySelector('label');
    const control = (label as HTMLLabelElement | null)?.control;
    if (control) return withUnit(control);
    const cell = anchor.closest<HTMLTableCellElement>('td,th');
    if (cell && squeeze(cell.textContent ?? '') === squeeze(anchor.textContent ?? ''))
      return this.#nextCell(cell);
    if (anchor.matches('dt')) {
      const next = anchor.nextElementSibling;
      return next?.matches('dd') ? [next] : null;
    }
    return this.#following(anchor);
  }

  /** The next cell in the row; where that is a label too (a head row), the one value in the column below. */
  #nextCell(cell: HTMLTableCellElement): readonly Node[] | null {
    const grid = this.#grid(cell);
    const right = grid?.right(cell);
    // A label over several rows names a group (当事人 | 名称 | …): what stands beside it is a label of its own.
    if (right && cell.rowSpan > right.rowSpan) return null;
    const headRow = cell.tagName === 'TH' && (right?.tagName === 'TH' || cell.closest('thead'));
    if (right && !headRow && !this.#isLabel(right)) return [right];
    const below = grid?.below(cell).filter((under) => !under.matches('th')) ?? [];
    if (below.some((under) => this.#isLabel(under))) return null;
    const filled = below.filter((under) => readText([under]) !== '');
    // Several rows of values: which one is meant is not ours to say.
    return filled.length === 1 ? filled : null;
  }

  /** What follows a label in its own line, up to the next label; else the element after its wrapper. */
  #following(anchor: Element): readonly Node[] | null {
    for (let from: Element = anchor, climbs = 0; climbs < 3; climbs += 1) {
      const nodes: Node[] = [];
      for (let next = from.nextSibling; next; next = next.nextSibling) {
        const block = next instanceof Element && next.matches(BLOCK);
        if (next.nodeName === 'BR' || this.#startsLabel(next) || isStructure(next)) break;
        if (block && nodes.length > 0) break;
        if (next.nodeName !== '#comment' && (nodes.length > 0 || !isBlank(next))) nodes.push(next);
        if (block && nodes.length > 0) break;
      }
      if (nodes.length > 0) return nodes;
      const up = from.parentElement;
      if (!up || squeeze(up.textContent ?? '') !== squeeze(anchor.textContent ?? '')) return null;
      from = up;
    }
    return null;
  }

  /** Labels that share a piece of text with their values: `案号：某市监案〔2026〕12号　立案日期：2026-03-05`. */
  #findInline(node: Text): void {
    const hits: { label: LabelText; from: number; to: number }[] = [];
    const first = node.data.search(/[:：]/);
    const pattern = /[^\s:：]{2,24}[:：]/g;
    for (let hit = pattern.exec(node.data); hit; hit = pattern.exec(node.data)) {
      const to = hit.index + hit[0].length;
      // The first label may be spaced out: 当 事 人：
      const spaced = labelText(node.data.slice(0, first));
      const isSpaced = to === first + 1 && this.#known.has(spaced.label);
      const label = isSpaced ? spaced : labelText(hit[0]);
      if (this.#known.has(label.label)) hits.push({ label, from: isSpaced ? 0 : hit.index, to });
    }
    hits.forEach(({ label, to }, index) => {
      const end = hits[index + 1]?.from ?? null;
      const list = this.#inline.get(label.label) ?? [];
      list.push({ node, label: label.label, unit: label.unit, from: to, end });
      this.#inline.set(label.label, list);
    });
  }

  #within({ node, label, unit, from, end }: Inline): Place | null {
    const parent = node.parentElement;
    if (!parent) return null;
    const own = node.data.slice(from, end ?? undefined);
    // The label fills its own element: the rules for elements have it.
    if (own.trim() === '' && labelText(parent.textContent ?? '').label === label) return null;
    const nodes: Node[] = [parent.ownerDocument.createTextNode(own)];
    for (let next = node.nextSibling; end === null && next; next = next.nextSibling) {
      if (next.nodeName === 'BR' || this.#startsLabel(next)) break;
      if (next instanceof Element && next.matches(BLOCK)) break;
      nodes.push(next);
    }
    return { nodes, unit, hidden: !isShown(parent) };
  }

  #isLabel(element: Element): boolean {
    const text = element.textContent ?? '';
    if (element.querySelector(CONTROL)) return false;
    return this.#known.has(labelText(text).label) || /[:：]\s*$/.test(text);
  }

  #startsLabel(node: Node): boolean {
    const text = node.textContent ?? '';
    if (text.trim() === '') return false;
    const head = /^([^:：]{1,24})[:：]/.exec(text.trim());
    return this.#known.has(labelText(head?.[1] ?? text).label);
  }

  #grid(cell: HTMLTableCellElement): Grid | null {
    const table = cell.closest('table');
    if (!table) return null;
    const grid = this.#grids.get(table) ?? new Grid(table);
    this.#grids.set(table, grid);
    return grid;
  }
}

/** Controls that people fill in, as opposed to their hidden twins. */
const CONTROL = 'input:not([type=hidden]),select,textarea';

/** A control together with the unit that stands right behind it. */
export function withUnit(control: Element): readonly Node[] {
  const behind = squeeze(control.nextSibling?.textContent ?? '');
  const unit = /^[百千]?[万亿]?元/.exec(behind)?.[0];
  return control.matches(CONTROL) && unit ? [control, new Text(unit)] : [control];
}

/** An element with a control or an empty part is more than a label: a value may stand in it. */
function holdsPlace(element: Element): boolean {
  if (element.querySelector(CONTROL)) return !element.matches('label');
  return [...element.querySelectorAll('*:not(br,wbr,img,i)')].some(
    (part) => part.childElementCount === 0 && !part.textContent?.trim(),
  );
}

/** Tables, lists and headings begin something new; they are not the value of what stands before them. */
function isStructure(node: Node): boolean {
  const structure = 'table,dl,ul,ol,form,fieldset,h1,h2,h3,h4,h5,h6';
  return node instanceof Element && (node.matches(structure) || !!node.querySelector(structure));
}

function isBlank(node: Node): boolean {
  if (node instanceof Element && node.querySelector('input,select,textarea')) return false;
  if (node instanceof Element && node.matches('input,select,textarea')) return false;
  // An empty element is a place where nothing stands; white space between elements is no place.
  return node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() === '';
}

/** One place reached by two ways is one place. */
function distinct(places: readonly Place[]): readonly Place[] {
  const kept: Place[] = [];
  for (const place of places) {
    const first = place.nodes.find((node) => node.isConnected);
    if (!first || !kept.some((other) => other.nodes.includes(first))) kept.push(place);
  }
  return kept;
}
