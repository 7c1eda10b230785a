import { expect, test } from 'vitest';
import { parseDay } from '#lib/values/day.ts';
import { calendarLine, placeOf } from './calendar-line.ts';

const days = ['2030-12-30', '2030-12-31', '2031-01-09'].map(parseDay);

test('the line has a tick for each day, as far apart as the days are', () => {
  expect(calendarLine(days)).toMatchObject({ width: 10, ticks: 'M0 5v6m1-6v6m9-6v6' });
});

test('a year is written where it begins, the first one where the line does', () => {
  expect(calendarLine(days)?.years).toEqual([
    { year: '2030', at: 0 },
    { year: '2031', at: 20 },
  ]);
});

test('a day lies on the line where its tick is', () => {
  expect(days.map((day) => placeOf(day, days))).toEqual([0, 10, 100]);
});

test('one day alone is no line', () => {
  expect(calendarLine(days.slice(0, 1))).toBeNull();
  expect(calendarLine([])).toBeNull();
  expect(placeOf(parseDay('2030-12-30'), days.slice(0, 1))).toBe(0);
});
