import type { Adapter, FieldId } from '../adapters/adapter.ts';
import { findPlaces } from './find-texts.ts';
import { openPage } from './read-page.ts';

/** The elements that a field is read from on this page, by the first locator that finds any. */
export function fieldElements(document: Document, adapter: Adapter, field: FieldId): Element[] {
  const opened = openPage(document, adapter);
  const wanted = opened?.page.fields.find((one) => one.field === field);
  if (!opened || !wanted) return [];
  for (const locator of wanted.locators) {
    const found = findPlaces(opened, locator).flatMap(({ nodes }) => nodes.flatMap(elementOf));
    const shown = [...new Set(found)].filter((element) => element.isConnected);
    if (shown.length > 0) return shown;
  }
  return [];
}

const elementOf = (node: Node): Element[] => {
  const element = node instanceof Element ? node : node.parentElement;
  return element ? [element] : [];
};
