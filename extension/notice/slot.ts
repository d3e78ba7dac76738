import type { Slot } from '../adapters/adapter.ts';
import { squeeze } from '../locate/label-text.ts';

/** Puts an element where the adapter says, or says why not. Never inside a form control or an editor. */
export function insertAtSlot(document: Document, slot: Slot, element: Element): 'no-slot' | null {
  const anchor = slot.by === 'end' ? document.body : anchorOf(document, slot);
  // A frameset has no paper to print on.
  if (!anchor || document.body?.tagName !== 'BODY') return 'no-slot';
  if (anchor.closest('textarea,select,button,[contenteditable]')) return 'no-slot';
  if (slot.by === 'end' || slot.place === 'inside') anchor.append(element);
  else if (slot.place === 'before') anchor.before(element);
  else anchor.after(element);
  return null;
}

function anchorOf(document: Document, slot: Exclude<Slot, { by: 'end' }>): Element | null {
  if (slot.by === 'path') {
    const found = document.querySelectorAll(slot.path);
    return found.length === 1 ? (found[0] ?? null) : null;
  }
  const wanted = new Set(slot.text.map(squeeze));
  const found = [...document.body.querySelectorAll('*')].filter(
    (element) =>
      wanted.has(squeeze(element.textContent ?? '')) &&
      !wanted.has(squeeze(element.parentElement?.textContent ?? '')),
  );
  return found.length === 1 ? (found[0] ?? null) : null;
}
