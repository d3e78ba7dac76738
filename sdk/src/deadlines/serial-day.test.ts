import { describe, expect, it } from 'vitest';
import { addMonths, dayOf, serialOf, weekday } from './serial-day.ts';

describe('serial days', () => {
  it('count on without a gap', () => {
    for (let serial = serialOf('2019-12-25'); serial < serialOf('2033-03-05'); serial++) {
      expect(serialOf(dayOf(serial))).toBe(serial);
    }
  });

  it('know the weekday', () => {
    expect(weekday(serialOf('2026-11-21'))).toBe(6);
    expect(weekday(serialOf('2026-11-22'))).toBe(0);
    expect(weekday(serialOf('1969-12-31'))).toBe(3);
  });

  it.each([
    ['2026-03-31', 6, '2026-09-30'],
    ['2026-08-31', 6, '2027-02-28'],
    ['2027-08-29', 6, '2028-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-21', 2, '2027-01-21'],
    ['2026-12-31', 60, '2031-12-31'],
  ])('%s and %i months is %s', (day, months, end) => {
    expect(dayOf(addMonths(serialOf(day), months))).toBe(end);
  });
});
