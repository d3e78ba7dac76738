import { addDays, daysBetween } from '../text/day.ts';

/** Counting needs numbers: a day's serial number, 0 on 1970-01-01. */
const ORIGIN = '1970-01-01';

/** @throws ChiduError `date-text` when `day` is not an existing date written `YYYY-MM-DD`. */
export function serialOf(day: string): number {
  return daysBetween(ORIGIN, day);
}

export function dayOf(serial: number): string {
  return addDays(ORIGIN, serial);
}

/** 0 is Sunday, 6 is Saturday; 1970-01-01 was a Thursday. */
export function weekday(serial: number): number {
  return (((serial + 4) % 7) + 7) % 7;
}

/**
 * The day `months` later with the same day of the month, or that month's last day where there is none
 * (民法典 202).
 */
export function addMonths(serial: number, months: number): number {
  const [year, month, date] = dayOf(serial).split('-').map(Number) as [number, number, number];
  const index = year * 12 + month - 1 + months;
  const first = (i: number) =>
    serialOf(`${Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}-01`);
  return Math.min(first(index) + date, first(index + 1)) - 1;
}
