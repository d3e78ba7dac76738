import type { FieldId } from '../adapters/adapter.ts';
import type { FieldReading, PageReading } from '../locate/reading.ts';

/** A field of the case with the frame it was read in. */
export type CaseField = FieldReading & {
  readonly adapter: string;
  readonly frame: string;
  readonly at: string;
};

/**
 * One case out of what the frames of a tab show. Two frames that give a field different values contradict each other,
 * and that is shown, not settled; a frame that found nothing does not speak against one that did.
 */
export function mergeFrames(frames: readonly PageReading[]): ReadonlyMap<FieldId, CaseField> {
  const merged = new Map<FieldId, CaseField>();
  for (const { kind, adapter, frame, at, fields } of frames) {
    if (kind !== 'case') continue;
    for (const reading of fields) {
      const next: CaseField = { ...reading, adapter, frame, at };
      const known = merged.get(reading.field);
      merged.set(reading.field, known ? settle(known, next) : next);
    }
  }
  return merged;
}

/** Later ones say more. */
const WEIGHT = { missing: 0, empty: 1, ambiguous: 2, refused: 3, read: 4, conflict: 5 } as const;

function settle(a: CaseField, b: CaseField): CaseField {
  if (a.state === 'read' && b.state === 'read' && a.value !== b.value)
    return {
      field: a.field,
      state: 'conflict',
      found: [a.found, b.found],
      adapter: a.adapter,
      frame: `${a.frame}, ${b.frame}`,
      at: b.at,
    };
  return WEIGHT[b.state] > WEIGHT[a.state] ? b : a;
}
