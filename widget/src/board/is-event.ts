import type { OversightEvent } from '@chidu/sdk/oversight';

/**
 * Whether something read from a line can stand in a log: it says where, when and what. What `data` holds is for the reader of
 * each kind to check. A schema would ask the same of a hundred thousand lines at several times the cost.
 */
export function isEvent(value: unknown): value is OversightEvent {
  if (value === null || typeof value !== 'object') return false;
  const event = value as Readonly<Record<string, unknown>>;
  return (
    typeof event.authority === 'string' &&
    typeof event.kind === 'string' &&
    typeof event.role === 'string' &&
    Number.isSafeInteger(event.year) &&
    Number.isSafeInteger(event.index) &&
    isTime(event.at) &&
    (event.codeId === null || typeof event.codeId === 'string') &&
    (event.kid === null || typeof event.kid === 'string') &&
    (event.refersTo === null || Number.isSafeInteger(event.refersTo)) &&
    (event.refersToYear === undefined || Number.isSafeInteger(event.refersToYear)) &&
    typeof event.data === 'object' &&
    !Array.isArray(event.data)
  );
}

/** As a service writes it, which is seen at once; anything else is for `Date` to say. */
const UTC =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])T(?:[01]\d|2[0-3])(?::[0-5]\d){2}(?:\.\d+)?Z$/;

const isTime = (value: unknown): boolean =>
  typeof value === 'string' && (UTC.test(value) || !Number.isNaN(Date.parse(value)));
