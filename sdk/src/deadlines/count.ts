import type { DayKind, WorkCalendar } from './calendar.ts';
import type { Label, Period, StopKind } from './period.ts';
import { addMonths, dayOf, serialOf } from './serial-day.ts';

/** Days on which a clock does not run: [from, to), `to: null` while it has not ended. */
export interface Stop {
  readonly kind: StopKind;
  readonly from: string;
  readonly to: string | null;
}

/** The last day of a period, or why it cannot be named. */
export type Due =
  /** `last` is the last day before it moved off a holiday. */
  | { readonly state: 'day'; readonly day: string; readonly last: string }
  /** The holidays of `year` are not known. The day is surely not before (counting back: not after) `bound`. */
  | { readonly state: 'unknown-year'; readonly year: number; readonly bound: string }
  /** The clock stands still: `remaining` days are left when it runs again. */
  | { readonly state: 'stopped'; readonly stop: StopKind; readonly remaining: number };

/** One day of the count and what it meant. */
export interface CountedDay {
  readonly day: string;
  /** Its place in the period, from 1; `null` when it does not count. */
  readonly counted: number | null;
  readonly why: 'first-day' | 'counted' | 'weekend' | 'holiday' | 'make-up' | 'stopped' | 'moved';
  readonly holiday?: Label;
  readonly stop?: StopKind;
}

/**
 * Counts a period by 程序规定 80: the first day is not counted, and a last day on a holiday moves to the first
 * working day after it; weekends are days off as well (法定休假日, 民法典 203), and `last` keeps the day before it
 * moved, which is the safe one. Months and years end on the same day of the month (民法典 202). Days of a stop are
 * left out.
 * `note` is told every day that was looked at, in order.
 * @throws ChiduError `date-text` for a day that does not exist.
 */
export function countPeriod(
  period: Pick<Period, 'unit' | 'length' | 'before' | 'rolls'>,
  from: string,
  stops: readonly Stop[],
  calendar: WorkCalendar,
  note?: (day: CountedDay) => void,
): Due {
  const spans = stops.map((stop) => ({
    kind: stop.kind,
    from: serialOf(stop.from),
    to: stop.to === null ? Number.POSITIVE_INFINITY : serialOf(stop.to),
  }));
  const step = period.before ? -1 : 1;
  const start = serialOf(from);
  const months = period.unit === 'month' ? period.length : period.length * 12;
  const length =
    period.unit === 'month' || period.unit === 'year'
      ? addMonths(start, months) - start
      : period.length;
  const calendarDays = period.unit !== 'working-day';
  note?.({ day: from, counted: null, why: 'first-day' });

  // Without stops and without anybody listening there is nothing to walk through.
  const direct = calendarDays && spans.length === 0 && note === undefined;
  let day = direct ? start + step * length : start;
  for (let counted = direct ? length : 0; counted < length; ) {
    day += step;
    const stop = spans.find((span) => span.from <= day && day < span.to);
    if (stop?.to === Number.POSITIVE_INFINITY) {
      return { state: 'stopped', stop: stop.kind, remaining: length - counted };
    }
    if (stop) {
      note?.({ day: dayOf(day), counted: null, why: 'stopped', stop: stop.kind });
      continue;
    }
    if (!calendarDays) {
      const kind = calendar(day);
      if (kind === null) return unknownYear(day, day + step * (length - counted - 1));
      if (!kind.work) {
        note?.(noted(day, null, kind));
        continue;
      }
      counted++;
      note?.(noted(day, counted, kind));
    } else if (++counted < length || !period.rolls) {
      note?.({ day: dayOf(day), counted, why: 'counted' });
    }
  }
  const last = dayOf(day);
  if (!period.rolls) return { state: 'day', day: last, last };
  for (let moved = day; ; moved++) {
    const kind = calendar(moved);
    if (kind === null) return unknownYear(moved, moved);
    if (moved > day)
      note?.(
        kind.work ? { day: dayOf(moved), counted: null, why: 'moved' } : noted(moved, null, kind),
      );
    else if (calendarDays) note?.(noted(day, length, kind));
    if (kind.work) return { state: 'day', day: dayOf(moved), last };
  }
}

function unknownYear(day: number, bound: number): Due {
  // Late December waits for the arrangement of the year that follows.
  const month = dayOf(day).slice(5, 7);
  const year = Number(dayOf(day).slice(0, 4)) + (month === '12' ? 1 : 0);
  return { state: 'unknown-year', year, bound: dayOf(bound) };
}

function noted(day: number, counted: number | null, kind: DayKind): CountedDay {
  return {
    day: dayOf(day),
    counted,
    why: kind.why === 'weekday' ? 'counted' : kind.why,
    ...('name' in kind ? { holiday: kind.name } : {}),
  };
}
