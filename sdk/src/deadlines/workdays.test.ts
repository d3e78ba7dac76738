import chineseDays from 'chinese-days';
import { describe, expect, it } from 'vitest';
import { stateCalendar, workCalendar } from './calendar.ts';
import { dayOf, serialOf, weekday } from './serial-day.ts';

const FIRST = 2021;
const LETTERS = { 元旦: 'Y', 春节: 'S', 清明: 'Q', 劳动节: 'L', 端午: 'D', 中秋: 'M', 国庆节: 'N' };

function* days(fromYear: number, toYear: number): Generator<string> {
  const end = serialOf(`${toYear + 1}-01-01`);
  for (let day = serialOf(`${fromYear}-01-01`); day < end; day++) yield dayOf(day);
}

function isWeekday(day: string): boolean {
  return weekday(serialOf(day)) % 6 > 0;
}

/** The library answers for every year; it knows one only where a festival stands in it. */
function lastKnownYear(): number {
  let year = FIRST;
  while (chineseDays.getHolidaysInRange(`${year + 1}-01-01`, `${year + 1}-12-31`, false).length > 0)
    year++;
  return year;
}

function source(): string {
  const years = new Map<string, string[]>();
  for (const day of days(FIRST, lastKnownYear())) {
    const detail = chineseDays.getDayDetail(day);
    const festival = detail.name.split(',')[1];
    if (festival === undefined) continue;
    const entries = years.get(day.slice(0, 4)) ?? [];
    years.set(day.slice(0, 4), entries);
    const letter = LETTERS[festival as keyof typeof LETTERS];
    const date = day.slice(5, 7) + day.slice(8);
    const last = entries.findLast((entry) => !entry.endsWith('+'));
    const lastDay = last && serialOf(`${day.slice(0, 5)}${last.slice(1, 3)}-${last.slice(3, 5)}`);
    if (detail.work) entries.push(`${letter}${date}+`);
    else if (last?.startsWith(letter) && lastDay && serialOf(day) === lastDay + Number(last[5])) {
      entries[entries.lastIndexOf(last)] = last.slice(0, 5) + (Number(last[5]) + 1);
    } else entries.push(`${letter}${date}1`);
  }
  const lines = [...years].map(([year, entries]) => `  ${year}: '${entries.join(' ')}',`);
  return `/**
 * Holidays and make-up days since the present 行政处罚法 (2021), as \`workCalendar\` reads them.
 * Made from the package chinese-days by workdays.test.ts: \`vitest -u\` writes this file.
 */
export const WORKDAYS: Readonly<Record<number, string>> = {\n${lines.join('\n')}\n};\n`;
}

describe('the table of working days', () => {
  it('is what chinese-days says', async () => {
    await expect(source()).toMatchFileSnapshot('./workdays.ts');
  });

  it('gives for every day of every year the answer of chinese-days', () => {
    const calendar = stateCalendar();
    const last = lastKnownYear();
    for (const day of days(FIRST, last)) {
      const kind = calendar(serialOf(day));
      if (day > `${last}-12-25`) expect(kind, day).toBeNull();
      else expect(kind?.work, day).toBe(chineseDays.isWorkday(day));
    }
    expect(calendar(serialOf(`${last + 1}-01-01`))).toBeNull();
    expect(calendar(serialOf(`${FIRST - 1}-12-31`))).toBeNull();
  });

  it('holds every holiday by name', () => {
    expect(stateCalendar()(serialOf('2025-10-06'))).toMatchObject({
      why: 'holiday',
      name: { zh: '中秋' },
    });
    expect(stateCalendar()(serialOf('2026-10-10'))).toMatchObject({
      why: 'make-up',
      name: { zh: '国庆节' },
    });
  });

  it('waits for the next arrangement only where one ever reached back', () => {
    const moved = [...days(2004, lastKnownYear())].filter(
      (day) => day.slice(5) >= '12-01' && chineseDays.isWorkday(day) !== isWeekday(day),
    );
    expect(moved.length).toBeGreaterThan(3);
    for (const day of moved) expect(day.slice(5) > '12-25').toBe(true);
  });

  it('takes a further year as soon as it is published', () => {
    const calendar = workCalendar({ 2026: '', 2027: 'Y01013' });
    expect(calendar(serialOf('2026-12-31'))).toEqual({ work: true, why: 'weekday' });
    expect(calendar(serialOf('2027-01-03'))).toMatchObject({ work: false, why: 'holiday' });
    expect(calendar(serialOf('2027-12-25'))).toEqual({ work: false, why: 'weekend' });
    expect(calendar(serialOf('2027-12-26'))).toBeNull();
  });
});
