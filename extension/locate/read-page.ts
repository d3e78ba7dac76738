import type { Adapter, AdapterPage } from '../adapters/adapter.ts';
import { LabelIndex, plainLabels } from './by-label.ts';
import { findTexts, type Page } from './find-texts.ts';
import { globMatches } from './glob.ts';
import { squeeze } from './label-text.ts';
import { readText, textNodes } from './read-text.ts';
import type { PageTexts } from './reading.ts';

/**
 * Reads one frame's document by an adapter; null where it is none of the adapter's pages. Two pages that both claim
 * the document are an error of the adapter, and then nothing is read.
 */
export function readPage(document: Document, adapter: Adapter, at: string): PageTexts | null {
  const opened = openPage(document, adapter);
  if (!opened) return null;
  const { page } = opened;
  return {
    adapter: adapter.id,
    version: adapter.version,
    page: page.id,
    kind: page.kind,
    frame: document.defaultView?.name || document.location.pathname,
    at,
    ...(page.kind === 'notice' && { text: squeeze(readText([document.body])) }),
    fields: page.fields.map((field) => ({ field: field.field, found: findTexts(opened, field) })),
  };
}

/** The document made ready by the one page of the adapter that it is; null where it is none, or two. */
export function openPage(
  document: Document,
  adapter: Adapter,
): (Page & { readonly page: AdapterPage }) | null {
  const page = pageOf(document, pageText(document), adapter);
  if (!page) return null;
  const texts = page.fields.flatMap((field) =>
    field.locators.flatMap((locator) => (locator.by === 'label' ? locator.text : [])),
  );
  const labels = new LabelIndex(document, plainLabels([...texts, ...(page.labels ?? [])]));
  return { document, labels, page };
}

function pageOf(document: Document, text: string, adapter: Adapter): AdapterPage | null {
  const { protocol, pathname, search } = document.location;
  const hits = adapter.pages.filter(
    (page) =>
      (page.path === undefined ||
        protocol === 'about:' ||
        globMatches(page.path, pathname + search)) &&
      page.text.every((part) => part.split('|').some((word) => text.includes(squeeze(word)))),
  );
  return hits.length === 1 ? (hits[0] ?? null) : null;
}

/**
 * All text of the document without white space and without scripts: a case page may carry the text of its notice in a
 * document.write. A frameset document has none of its own.
 */
function pageText(document: Document): string {
  if (document.body?.tagName !== 'BODY') return '';
  return squeeze(
    textNodes(document)
      .map(({ data }) => data)
      .join(''),
  );
}
