import type { FieldId } from '../adapters/adapter.ts';
import { LabelIndex, type Place } from '../locate/by-label.ts';
import { byName } from '../locate/by-name.ts';
import { squeeze } from '../locate/label-text.ts';
import { readText } from '../locate/read-text.ts';
import type { Found } from '../locate/reading.ts';
import { isLabelWording, meaningOf, meaningUnder } from './glossary.ts';
import { isNotInUse } from './not-in-use.ts';
import { isInOtherColumn, otherCases, standsAt, titleOver } from './other-cases.ts';
import { hasUnitNote } from './unit-note.ts';

/** A label that the glossary knows, and what the page shows beside it. */
export interface Proposal {
  readonly field: FieldId;
  /** 0 for the plainest wording of the field; later ones count where no earlier one stands on the page. */
  readonly rank: number;
  /** As the page prints it, without spaces and colon. */
  readonly label: string;
  /** The title that gives the label its meaning. */
  readonly under: string | null;
  readonly found: readonly Found[];
  /** The name of the control that holds the value, where it has one that tells it from every other. */
  readonly name: string | null;
  /** Which place of the document holds the value: two fields at one place are one too many. */
  readonly spots: readonly number[];
}

/** What one document offers. Its values are judged outside the page, like those of an adapter. */
export interface PageProposals {
  readonly path: string;
  readonly frame: string;
  readonly title: string;
  /** Every text of the document that names a field, known to the glossary or not. */
  readonly labels: readonly string[];
  /** Amounts without a unit of their own may be in a unit that the page states elsewhere. */
  readonly unitNote: boolean;
  readonly proposals: readonly Proposal[];
  /** Every label that leads to exactly one place: what a person without a mouse chooses from. */
  readonly places: readonly {
    readonly label: string;
    readonly name: string | null;
    readonly found: Found;
  }[];
}

/** Reads a document that nobody has described: every label that the glossary knows, with what stands beside it. */
export function proposePage(document: Document): PageProposals {
  const known = new Map<string, boolean>();
  const index = new LabelIndex(document, {
    has: (label) => {
      const seen = known.get(label);
      if (seen !== undefined) return seen;
      const is = label.length > 1 && label.length < 25 && isLabelWording(label);
      known.set(label, is);
      return is;
    },
  });
  const labels = [...new Set([...index.exact.keys(), ...index.inline.keys()])];
  const spots = new Map<Node, number>();
  const spotOf = ({ nodes }: Place): number => {
    const [node = document] = nodes.filter((one) => one.isConnected);
    const spot = spots.get(node) ?? spots.size;
    // A text cut out of running text is a place of its own.
    if (node !== document) spots.set(node, spot);
    return node === document ? -1 : spot;
  };
  const propose = (
    field: FieldId,
    rank: number,
    label: string,
    under: string | null,
  ): Proposal | null => {
    const places = index
      .places([label], under === null ? undefined : [under])
      .filter((place) => !isNotInUse(index, place) && !isInOtherColumn(place));
    if (places.length === 0) return null;
    return {
      field,
      rank,
      label,
      under,
      found: places.map((place) => foundAt(place, under === null ? label : `${under} › ${label}`)),
      name: nameOf(document, places),
      spots: places.map(spotOf),
    };
  };
  const isOther = otherCases(index, document);
  const proposals = labels.flatMap((label) => {
    const all = standsAt(index, label);
    const ours = all.filter((element) => !isOther(element));
    if (ours.length === 0) return [];
    const meaning = meaningOf(label);
    const titled = new Map<string, FieldId>();
    const elements = (index.exact.get(label) ?? []).filter(({ element }) => !isOther(element));
    // A label that says what it means and stands once needs no title.
    for (const { element } of meaning && elements.length < 2 ? [] : elements) {
      const under = meaningUnder(label, index.titles(element));
      if (under) titled.set(under.title, under.entry.field);
    }
    // The same label stands over another case too: only the title over ours tells them apart.
    const others = all.filter(isOther);
    const title = others.length > 0 ? titleOver(index, ours, others) : null;
    const own =
      meaning && titled.size === 0
        ? [propose(meaning.entry.field, meaning.rank, label, title)]
        : [];
    return [...own, ...[...titled].map(([title, field]) => propose(field, 0, label, title))].filter(
      (one) => one !== null,
    );
  });
  return {
    path: document.location.pathname + document.location.search,
    frame: document.defaultView?.name || document.location.pathname,
    title: squeeze(document.title),
    labels,
    unitNote: hasUnitNote(document),
    proposals,
    places: labels.flatMap((label) => {
      const places = index.places([label]);
      const [place] = places;
      if (places.length !== 1 || !place) return [];
      return [{ label, name: nameOf(document, places), found: foundAt(place, label) }];
    }),
  };
}

const foundAt = ({ nodes, unit, hidden }: Place, where: string): Found => ({
  by: 'label',
  where,
  raw: readText(nodes, hidden),
  unit,
  hidden,
});

/** A control's own name, where it leads to that control alone and looks as if somebody had given it. */
export function nameOf(document: Document, places: readonly Place[]): string | null {
  const [place] = places;
  if (places.length !== 1 || !place) return null;
  const controls = place.nodes.flatMap((node) =>
    node instanceof Element
      ? [node, ...node.querySelectorAll('*')].filter((one) =>
          one.matches('input[name]:not([type=button]),select[name],textarea[name]'),
        )
      : [],
  );
  const names = new Set(controls.map((control) => control.getAttribute('name') ?? ''));
  const [name = ''] = names;
  if (names.size !== 1 || name === '' || /\d{4,}/.test(name)) return null;
  const hits = byName(document, name);
  return hits.length === 1 && place.nodes.some((node) => node.contains(hits[0] ?? null))
    ? name
    : null;
}
