import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  chinaDay,
  dayNumber,
  dayOfNumber,
  daysBetween,
  isDay,
  readDay,
  within,
} from './day.ts';

const read = (text: string) => {
  const reading = readDay(text);
  return reading.ok ? reading.day : reading.issue.code;
};

describe('days', () => {
  it('are days of the calendar', () => {
    expect(isDay('2024-02-29')).toBe(true);
    for (const text of ['2026-02-29', '2026-13-01', '2026-04-31', '2026-4-1', '0026-01-01', '']) {
      expect(isDay(text)).toBe(false);
    }
  });

  it('go to numbers and back', () => {
    expect(dayNumber('2026-11-21')).toBe(20261121);
    expect(dayOfNumber(20261121)).toBe('2026-11-21');
    expect(() => dayOfNumber(20260230)).toThrow(expect.objectContaining({ code: 'date-text' }));
  });

  it('count across months, leap days and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2);
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), (count) => {
        const day = addDays('2026-11-21', count);
        return daysBetween('2026-11-21', day) === count && count < 0 === day < '2026-11-21';
      }),
      { seed: 20261121 },
    );
  });

  it('lie in half-open periods', () => {
    expect(within('2026-12-31', '2019-11-01', '2027-01-01')).toBe(true);
    expect(within('2027-01-01', '2019-11-01', '2027-01-01')).toBe(false);
    expect(within('2027-01-01', '2027-01-01', null)).toBe(true);
  });

  it('turn over at midnight in China', () => {
    expect(chinaDay(Date.parse('2026-11-21T15:59:59Z'))).toBe('2026-11-21');
    expect(chinaDay(Date.parse('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
  });

  it.each([
    ['2026-11-21', '2026-11-21'],
    ['2026/1/5', '2026-01-05'],
    ['2026.1.5', '2026-01-05'],
    ['2026年1月5日', '2026-01-05'],
    ['２０２６年１１月２１日', '2026-11-21'],
    ['2026 年 1 月 5 日', '2026-01-05'],
    ['20261121', '2026-11-21'],
    ['2026-11-21 09:30', '2026-11-21'],
    ['2026-11-21 09:30:00', '2026-11-21'],
    ['2026年11月21日9时30分', '2026-11-21'],
    ['2026-02-30', 'date-text'],
    ['11/21/2026', 'date-text'],
    ['2026-11/21', 'date-text'],
    ['26-11-21', 'date-text'],
    ['', 'date-text'],
  ])('read %s as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});
