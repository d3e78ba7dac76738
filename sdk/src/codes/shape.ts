import { isDay } from './labels.ts';

/**
 * Untrusted JSON against a shape. Small on purpose: the widget carries it. A check answers the path of the first fault,
 * or null. Members that a shape does not name are let through, so that an old reader survives a new list.
 */
export type Shape = (value: unknown, path: string) => string | null;

const test =
  (check: (value: unknown) => boolean): Shape =>
  (value, path) =>
    check(value) ? null : path;

export const text = test((value) => typeof value === 'string');
export const count = test((value) => Number.isSafeInteger(value) && (value as number) >= 0);
export const integer = test(Number.isSafeInteger);
/** A time as `2026-11-21T08:00:00Z`. */
export const instant = test(
  (value) =>
    typeof value === 'string' &&
    /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value) &&
    !Number.isNaN(Date.parse(value)),
);
/** A day that the calendar has, as the integer yyyymmdd. */
export const day = test((value) => isDay(value as number));
export const matching = (pattern: RegExp): Shape =>
  test((value) => typeof value === 'string' && pattern.test(value));
export const literal = (expected: unknown): Shape => test((value) => value === expected);

export const nullable =
  (shape: Shape): Shape =>
  (value, path) =>
    value === null ? null : shape(value, path);

/** A member that may be missing. */
export const optional =
  (shape: Shape): Shape =>
  (value, path) =>
    value === undefined ? null : shape(value, path);

export const list =
  (shape: Shape): Shape =>
  (value, path) =>
    Array.isArray(value)
      ? first(value.map((item, index) => shape(item, `${path}/${index}`)))
      : path;

export const object =
  (members: Readonly<Record<string, Shape>>): Shape =>
  (value, path) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? first(
          Object.entries(members).map(([name, shape]) =>
            shape((value as Record<string, unknown>)[name], `${path}/${name}`),
          ),
        )
      : path;

const first = (faults: (string | null)[]): string | null =>
  faults.find((fault) => fault !== null) ?? null;
