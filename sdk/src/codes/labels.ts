import type { CborMap, CborValue } from './cbor.ts';

/**
 * The labels of a payload with type and range: formats/supervision-code, "Payload". A label that is not here is kept,
 * covered by the signature and ignored.
 */
export const LABEL = {
  version: 1,
  authority: 2,
  document: 3,
  issued: 4,
  rule: 5,
  violation: 6,
  factors: 7,
  points: 8,
  tier: 9,
  rangeMin: 10,
  rangeMax: 11,
  fine: 12,
  kinds: 13,
  officer: 14,
  party: 15,
  replyBy: 16,
  channels: 17,
  detail: 18,
  corrects: 20,
  logHead: 22,
  statusIndex: 23,
  facts: 24,
  documentKind: 25,
} as const;

type Check = (value: CborValue) => boolean;

const int: Check = (value) => Number.isSafeInteger(value);
const between =
  (min: number, max = Number.MAX_SAFE_INTEGER): Check =>
  (value) =>
    int(value) && (value as number) >= min && (value as number) <= max;
const text: Check = (value) =>
  typeof value === 'string' && value === value.normalize('NFC') && !/\p{Surrogate}/u.test(value);
const bytes =
  (length: number): Check =>
  (value) =>
    value instanceof Uint8Array && value.length === length;
const tuple =
  (...checks: Check[]): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === checks.length &&
    checks.every((check, index) => check(value[index]));
const list =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const count = between(0);
const money = between(0);
const number = between(1);
const kind = between(1, 14);
const factors = list(tuple(number, number, int));

/** A day that the calendar has, as the integer yyyymmdd. */
export const isDay: Check = (value) => {
  if (!between(1000_01_01, 9999_12_31)(value)) return false;
  const day = value as number;
  const date = new Date(
    Date.UTC(Math.floor(day / 10000), (Math.floor(day / 100) % 100) - 1, day % 100),
  );
  const back = date.getUTCFullYear() * 10000 + (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
  return back === day;
};

const CHECKS: ReadonlyMap<number, Check> = new Map<number, Check>([
  [LABEL.version, between(1, 1)],
  [LABEL.authority, text],
  [LABEL.document, text],
  [LABEL.issued, isDay],
  [LABEL.rule, tuple(text, text, bytes(32))],
  [LABEL.violation, text],
  [LABEL.factors, (value) => factors(value) && ascends(value as [number, ...unknown[]][])],
  [LABEL.points, int],
  [LABEL.tier, between(1, 5)],
  [LABEL.rangeMin, money],
  [LABEL.rangeMax, money],
  [LABEL.fine, money],
  [LABEL.kinds, (value) => kind(value) || list(kind)(value)],
  [LABEL.officer, count],
  [LABEL.party, bytes(16)],
  [LABEL.replyBy, isDay],
  [LABEL.channels, list(count)],
  [LABEL.detail, bytes(32)],
  [LABEL.corrects, bytes(8)],
  [LABEL.logHead, tuple(count, bytes(12))],
  [LABEL.statusIndex, count],
  [LABEL.facts, list(tuple(number, int))],
  [LABEL.documentKind, between(1, 4)],
]);

const REQUIRED: readonly number[] = [
  LABEL.version,
  LABEL.document,
  LABEL.issued,
  LABEL.rule,
  LABEL.violation,
  LABEL.tier,
];

/** Present together, where there is a fine. */
const FINE: readonly number[] = [LABEL.rangeMin, LABEL.rangeMax, LABEL.fine];

export const isKnownLabel = (label: unknown): boolean => CHECKS.has(label as number);

/** The first label of a payload whose value is missing, mistyped or out of range; null where all are well. */
export function faultyLabel(payload: CborMap): number | string | null {
  for (const label of payload.keys()) {
    if (typeof label !== 'number' && typeof label !== 'bigint') return 'label';
  }
  for (const [label, check] of CHECKS) {
    const value = payload.get(label);
    if (value === undefined ? REQUIRED.includes(label) : !check(value)) return label;
  }
  const missing = FINE.find((label) => !payload.has(label));
  if (missing !== undefined && FINE.some((label) => payload.has(label))) return missing;
  const [min, max] = [payload.get(LABEL.rangeMin), payload.get(LABEL.rangeMax)];
  return missing === undefined && (min as number) > (max as number) ? LABEL.rangeMax : null;
}

/** Factors stand once each, in the order of their numbers. */
const ascends = (rows: readonly (readonly [number, ...unknown[]])[]): boolean =>
  rows.every((row, index) => index === 0 || row[0] > (rows[index - 1]?.[0] ?? 0));
