import type { Label } from './period.ts';
import { dayOf, serialOf, weekday } from './serial-day.ts';
import { WORKDAYS } from './workdays.ts';

export type DayKind =
  | { readonly work: boolean; readonly why: 'weekday' | 'weekend' }
  | { readonly work: boolean; readonly why: 'holiday' | 'make-up'; readonly name: Label };

/** What kind of day a day number is, or `null` where no arrangement of the State Council is known. */
export type WorkCalendar = (day: number) => DayKind | null;

const FESTIVALS: Readonly<Record<string, Label>> = {
  Y: { zh: '元旦', en: "New Year's Day" },
  S: { zh: '春节', en: 'Spring Festival' },
  Q: { zh: '清明', en: 'Tomb-sweeping Day' },
  L: { zh: '劳动节', en: 'Labour Day' },
  D: { zh: '端午', en: 'Dragon Boat Festival' },
  M: { zh: '中秋', en: 'Mid-autumn Festival' },
  N: { zh: '国庆节', en: 'National Day' },
};

/**
 * A calendar from the yearly holiday arrangements (国务院办公厅关于…年部分节假日安排的通知), one text a year:
 * festival letter, month and day, then the number of days off, or `+` for a working weekend day.
 * `S02159` is nine days off from 15 February; `S0214+` is a make-up working day.
 * The arrangement of a year may reach into the last days of December before (2018-12-29 was worked for New
 * Year 2019), so the days after 25 December wait for the next year's text.
 */
export function workCalendar(years: Readonly<Record<number, string>>): WorkCalendar {
  const special = new Map<number, DayKind>();
  for (const [year, text] of Object.entries(years)) {
    for (const [, letter, month, date, length] of text.matchAll(/([A-Z])(\d\d)(\d\d)(\d|\+)/g)) {
      const name = FESTIVALS[letter as string] as Label;
      const first = serialOf(`${year}-${month}-${date}`);
      if (length === '+') special.set(first, { work: true, why: 'make-up', name });
      else
        for (let i = 0; i < Number(length); i++)
          special.set(first + i, { work: false, why: 'holiday', name });
    }
  }
  return (day) => {
    const text = dayOf(day);
    const year = Number(text.slice(0, 4));
    if (!(year in years) || (text.slice(5) > '12-25' && !(year + 1 in years))) return null;
    const week = weekday(day);
    const work = week > 0 && week < 6;
    return special.get(day) ?? { work, why: work ? 'weekday' : 'weekend' };
  };
}

let state: WorkCalendar | undefined;

/** The arrangements known when this version was made: see `workdays.ts`. */
export function stateCalendar(): WorkCalendar {
  state ??= workCalendar(WORKDAYS);
  return state;
}
