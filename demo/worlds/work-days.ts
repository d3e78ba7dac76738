import { stateCalendar } from '@chidu/sdk/deadlines';
import { addDays, daysBetween } from '@chidu/sdk/text';

const calendar = stateCalendar();
/** Worlds ask for the same days again and again: day → the next working day that is not before it, and the day after. */
const known = new Map<string, { readonly work: string; readonly next: string }>();

function around(day: string): { readonly work: string; readonly next: string } {
  const found = known.get(day);
  if (found) return found;
  const next = addDays(day, 1);
  const isWork = calendar(daysBetween('1970-01-01', day))?.work ?? true;
  const made = { next, work: isWork ? day : around(next).work };
  known.set(day, made);
  return made;
}

/** The first working day that is not before the day. */
export const workDay = (day: string): string => around(day).work;

/** So many working days later. */
export function workDaysAfter(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0; left -= 1) at = workDay(around(at).next);
  return at;
}
