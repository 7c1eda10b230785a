import { expect, test } from 'vitest';
import type { Day, Month } from '#lib/values/day.ts';
import { publishedIso, sayDay, sayDayShort, sayPublished, sayWeekday } from './days.ts';

test('a day is said with its month in words, so that no reader swaps day and month', () => {
  expect(sayDay('2022-03-01' as Day)).toBe('1\u00a0March 2022');
  expect(sayDayShort('2022-03-01' as Day)).toBe('1\u00a0Mar\u00a02022');
});

test('a month is said as a month, never as a day', () => {
  expect(sayDay('2024-07' as Month)).toBe('July 2024');
  expect(sayDayShort('2024-07' as Month)).toBe('Jul\u00a02024');
});

test('the weekday does not depend on the time zone of whoever builds the site', () => {
  expect(sayWeekday('2022-02-28' as Day)).toBe('Monday, 28\u00a0February 2022');
});

test('a publication without a day says so', () => {
  expect(sayPublished({ kind: 'undated' })).toBe('no publication day given');
  expect(publishedIso({ kind: 'undated' })).toBeNull();
});
