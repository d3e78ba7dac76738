import type { OversightEvent } from '@chidu/sdk/oversight';

/**
 * Whether something read from a line can stand in a log: it says where, when and what. What `data` holds is for the reader of
 * each kind to check. A schema would ask the same of a hundred thousand lines at several times the cost.
 */
export function isEvent(value: unknown): value is OversightEvent {
  if (value === null || typeof value !== 'object') return false;
  const { authority, year, index, at, kind, codeId, refersTo, refersToYear, role, kid, data } =
    value as Record<string, unknown>;
  return (
    [authority, kind, role].every((one) => typeof one === 'string') &&
    [year, index].every(Number.isSafeInteger) &&
    typeof at === 'string' &&
    !Number.isNaN(Date.parse(at)) &&
    [codeId, kid].every((one) => one === null || typeof one === 'string') &&
    (refersTo === null || Number.isSafeInteger(refersTo)) &&
    (refersToYear === undefined || Number.isSafeInteger(refersToYear)) &&
    typeof data === 'object' &&
    !Array.isArray(data)
  );
}
