import type { Adapter, FieldId } from '../adapters/adapter.ts';
import { fieldElements } from '../locate/field-elements.ts';

/** What to point at; null: at nothing. */
export interface PointOrder {
  readonly adapter: Adapter;
  readonly field: FieldId;
}

let running: Animation[] = [];

/**
 * Shows on the page where a field was read. An animation of the outline changes no attribute, no style sheet and no size, and
 * nothing of it is left when it is cancelled. Answers how many places it shows.
 */
export function point(document: Document, order: PointOrder | null): number {
  for (const animation of running) animation.cancel();
  running = [];
  if (order === null) return 0;
  const elements = fieldElements(document, order.adapter, order.field);
  const frame = { outline: '3px solid #d98200', outlineOffset: '1px' };
  running = elements.map((element) =>
    element.animate([frame, frame], { duration: 1000, iterations: Number.POSITIVE_INFINITY }),
  );
  // Only where it is out of sight: a page that jumps under the officer's eyes is worse than none.
  elements[0]?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  return elements.length;
}
