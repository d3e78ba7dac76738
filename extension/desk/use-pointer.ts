import { useCallback, useEffect, useRef } from 'preact/hooks';
import type { FieldId } from '../adapters/adapter.ts';
import { pointOut } from '../platform/point-out.ts';
import type { Readings } from './use-desk.ts';

/** A mouse on its way over the panel points at nothing. */
const REST_MS = 120;

/** Shows on the page where a field was read, once mouse or focus has come to rest on it. */
export function usePointer(tab: number, readings: Readings): (field: FieldId | null) => void {
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const shown = useRef(false);
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      if (shown.current) void pointOut(tab, null, null);
    },
    [tab],
  );
  return useCallback(
    (field) => {
      clearTimeout(timer.current);
      if (field === null && !shown.current) return;
      timer.current = setTimeout(() => {
        const adapter = field === null ? null : (readings.get(field)?.adapter ?? null);
        shown.current = adapter !== null;
        void pointOut(tab, adapter, field);
      }, REST_MS);
    },
    [tab, readings],
  );
}
