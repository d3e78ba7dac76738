import type { AdapterField, Locator } from '../adapters/adapter.ts';
import { type LabelIndex, type Place, withUnit } from './by-label.ts';
import { byName } from './by-name.ts';
import { squeeze } from './label-text.ts';
import { readText } from './read-text.ts';
import type { Found } from './reading.ts';
import { isShown } from './shown.ts';

/** A document made ready for looking up many fields. */
export interface Page {
  readonly document: Document;
  readonly labels: LabelIndex;
}

/** Every text that the locators of a field point at. Every locator is tried: two that disagree are worth knowing. */
export function findTexts(page: Page, field: AdapterField): readonly (readonly Found[])[] {
  return field.locators.map((locator) =>
    findPlaces(page, locator).map(({ nodes, unit, hidden }) => ({
      by: locator.by,
      where: nameOf(locator),
      raw: readText(nodes, hidden),
      unit,
      hidden,
    })),
  );
}

/** The places that one locator points at. */
export function findPlaces({ document, labels }: Page, locator: Locator): readonly Place[] {
  if (locator.by === 'label') return labels.places(locator.text, locator.under);
  if (locator.by === 'sentence')
    // With what stands in its boxes: a form may be a text with gaps.
    return [...squeeze(readText([document.body])).matchAll(new RegExp(locator.pattern, 'gu'))].map(
      (match) => ({
        nodes: [new Text(match[1])],
        unit: '',
        hidden: false,
      }),
    );
  const elements =
    locator.by === 'name'
      ? byName(document, locator.name)
      : [...document.querySelectorAll(locator.path)];
  return elements.map((element) => ({
    nodes: withUnit(element),
    unit: labels.unitFor(element),
    hidden: !isShown(element),
  }));
}

function nameOf(locator: Locator): string {
  if (locator.by === 'label') return locator.text[0] ?? '';
  if (locator.by === 'name') return locator.name;
  return locator.by === 'path' ? locator.path : locator.pattern;
}
