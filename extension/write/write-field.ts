import type { Adapter, FieldId } from '../adapters/adapter.ts';
import { fieldElements } from '../locate/field-elements.ts';
import { isShown } from '../locate/shown.ts';

export interface WriteOrder {
  readonly adapter: Adapter;
  readonly field: FieldId;
  readonly text: string;
}

/**
 * `kept`: the page shows the text now. `not-kept`: it was written and the page shows something else. `no-place`: the field
 * stands nowhere here, or is not one that may be written. `ambiguous`: more than one control. `read-only`: the page locks it.
 */
export type WriteResult = 'kept' | 'not-kept' | 'no-place' | 'ambiguous' | 'read-only';

/** Pages that check a value do so at once or after a moment. */
const SETTLE_MS = 400;
type TextControl = HTMLInputElement | HTMLTextAreaElement;

/**
 * Writes one text into the one control of a field as a person would: focus, value, the page's own events, blur. Reads it
 * back. Sends nothing: no button, no key, no submit.
 */
export async function writeField(
  document: Document,
  order: WriteOrder,
): Promise<WriteResult | null> {
  const { text } = order;
  const elements = placesOf(document, order);
  const controls = [...new Set(elements.flatMap(controlsOf))];
  const [control] = controls;
  if (!control) return elements.length > 0 ? 'no-place' : null;
  if (controls.length > 1) return 'ambiguous';
  if (control.disabled || control.readOnly) return 'read-only';
  const before = document.activeElement;
  fill(control, text);
  await new Promise((done) => setTimeout(done, SETTLE_MS));
  // Where the officer was, there the officer stays.
  if (before instanceof HTMLElement && before !== document.body)
    before.focus({ preventScroll: true });
  return plain(control.value) === plain(text) && control.isConnected ? 'kept' : 'not-kept';
}

/** Whether the field stands in this document and may be written. */
export const hasPlace = (document: Document, order: WriteOrder): true | null =>
  placesOf(document, order).length > 0 || null;

function placesOf(document: Document, { adapter, field }: WriteOrder): Element[] {
  const writable = {
    ...adapter,
    pages: adapter.pages.map((page) => ({
      ...page,
      fields: page.fields.filter((one) => one.field === field && one.write),
    })),
  };
  return fieldElements(document, writable, field);
}

function controlsOf(element: Element): TextControl[] {
  const controls = element.matches('input,textarea')
    ? [element]
    : [...element.querySelectorAll('input,textarea')];
  return controls.filter(
    (one): one is TextControl =>
      (one instanceof HTMLTextAreaElement ||
        (one instanceof HTMLInputElement && /^(?:text|tel|number|search|)$/.test(one.type))) &&
      isShown(one),
  );
}

function fill(control: TextControl, text: string): void {
  focusEvents(control, 'focus', () => control.focus({ preventScroll: true }));
  // The prototype's own setter: a library may have put one of its own on the element.
  const prototype =
    control instanceof HTMLInputElement
      ? HTMLInputElement.prototype
      : HTMLTextAreaElement.prototype;
  Object.getOwnPropertyDescriptor(prototype, 'value')?.set?.call(control, text);
  const bubbling = { bubbles: true };
  control.dispatchEvent(
    new InputEvent('input', { ...bubbling, inputType: 'insertText', data: text }),
  );
  // EasyUI and ExtJS take the value over at keyup or blur; `Process` is the key of an input method and types nothing.
  control.dispatchEvent(new KeyboardEvent('keyup', { ...bubbling, key: 'Process' }));
  control.dispatchEvent(new Event('change', bubbling));
  focusEvents(control, 'blur', () => control.blur());
}

/** The officer clicked in the panel: a window without the focus fires none of its events, and pages wait for them. */
function focusEvents(control: TextControl, type: 'focus' | 'blur', act: () => void): void {
  let heard = false;
  control.addEventListener(
    type,
    () => {
      heard = true;
    },
    { once: true, capture: true },
  );
  act();
  if (heard) return;
  control.dispatchEvent(new FocusEvent(type));
  control.dispatchEvent(
    new FocusEvent(type === 'focus' ? 'focusin' : 'focusout', { bubbles: true }),
  );
}

const plain = (text: string): string => text.replace(/[\s,]+/g, '');
