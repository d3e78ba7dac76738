import { ChiduError, type Issue } from '../errors.ts';
import { halfWidth } from './width.ts';

/**
 * Days are strings `YYYY-MM-DD`: they sort and compare as text, and no time zone can move them. Periods are half-open,
 * `[from, to)`.
 */

const DAY_MS = 86_400_000;
const CHINA_OFFSET_MS = 8 * 3_600_000;

/** True for a day of the Gregorian calendar written `YYYY-MM-DD`; 2026-02-29 is none. */
export function isDay(text: string): boolean {
  // By itself, where `exists` would do: of this file the calculator in a page carries nothing else.
  return /^[1-9]\d{3}-\d\d-\d\d$/.test(text) && !!new Date(text).toJSON()?.startsWith(text);
}

/** `2026-11-21` → 20261121, the form of dates in a supervision code. */
export function dayNumber(day: string): number {
  return Number(checked(day).replaceAll('-', ''));
}

/** 20261121 → `2026-11-21`. @throws ChiduError `date-text` when there is no such day. */
export function dayOfNumber(number: number): string {
  const digits = String(number).padStart(8, '0');
  return checked(`${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`);
}

/** The day `count` calendar days later; negative goes back. */
export function addDays(day: string, count: number): string {
  return written(epoch(day) + count * DAY_MS);
}

/** Calendar days from `from` to `to`: 1 for two neighbours, negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (epoch(to) - epoch(from)) / DAY_MS;
}

/** True when `day` lies in `[from, to)`; `to: null` has no end. */
export function within(day: string, from: string, to: string | null): boolean {
  return day >= from && (to === null || day < to);
}

/** The day that China Standard Time (UTC+8, no summer time since 1992) shows at an instant given in epoch milliseconds. */
export function chinaDay(epochMs: number): string {
  return written(epochMs + CHINA_OFFSET_MS);
}

/**
 * A date as case systems and documents print it: `2026-11-21`, `2026/1/5`, `2026.1.5`, `2026年1月5日`, `20261121`, with
 * full-width digits and a time of day behind it. Day-first and month-first forms are refused: nothing tells them apart.
 */
export function readDay(text: string): { ok: true; day: string } | { ok: false; issue: Issue } {
  const plain = halfWidth(text).trim();
  const match =
    /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?:[T ]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/.exec(
      plain,
    ) ??
    /^(\d{4})\s*(年)\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:\s*\d{1,2}[:时]\d{1,2}(?:[:分]\d{1,2}秒?|分)?)?$/.exec(
      plain,
    ) ??
    /^(\d{4})()(\d{2})(\d{2})$/.exec(plain);
  if (match !== null) {
    const [year, month, date] = [Number(match[1]), Number(match[3]), Number(match[4])];
    if (exists(year, month, date))
      return { ok: true, day: written(Date.UTC(year, month - 1, date)) };
  }
  const message = match === null ? 'not a date in a known form' : 'there is no such day';
  return { ok: false, issue: { code: 'date-text', at: '', message, fields: { text } } };
}

/** Oversight asks millions of times: months by number, without making a Date. */
function exists(year: number, month: number, date: number): boolean {
  if (!(year >= 1000 && month >= 1 && month <= 12 && date >= 1)) return false;
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const longest = month === 2 ? (leap ? 29 : 28) : SHORT_MONTHS.includes(month) ? 30 : 31;
  return date <= longest;
}

const SHORT_MONTHS = [4, 6, 9, 11];

function epoch(day: string): number {
  const time = epochOf(day);
  if (time !== null) return time;
  throw new ChiduError('date-text', 'not a calendar day YYYY-MM-DD', { fields: { day } });
}

/** Milliseconds since 1970 at 00:00 UTC of a day, or null where the text is none. */
function epochOf(text: string): number | null {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return null;
  const [year, month, date] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  return exists(year, month, date) ? Date.UTC(year, month - 1, date) : null;
}

/** The whole number that these signs write; NaN where one is no digit. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let i = from; i < to; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Days of a log are few and come again and again: each is one text in memory. */
const WRITTEN = new Map<number, string>();
const MOST_WRITTEN = 40_000;

function written(epochMs: number): string {
  const day = Math.floor(epochMs / DAY_MS);
  const known = WRITTEN.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * DAY_MS).toISOString().slice(0, 10);
  if (WRITTEN.size < MOST_WRITTEN) WRITTEN.set(day, text);
  return text;
}

function checked(day: string): string {
  epoch(day);
  return day;
}
