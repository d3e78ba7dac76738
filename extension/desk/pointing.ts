import type { FieldId } from '../adapters/adapter.ts';

/** Handlers of an element that stands for a field of the page: mouse and keyboard both show where it was read. */
export const pointing = (field: FieldId, onPoint: (field: FieldId | null) => void) => ({
  onMouseEnter: () => onPoint(field),
  onMouseLeave: () => onPoint(null),
  onFocusIn: () => onPoint(field),
  onFocusOut: () => onPoint(null),
});
