import { expect, test } from 'vitest';
import { day, event, figure, library, source } from '../../../tests/support/made.ts';
import {
  calendarByMonth,
  lastPublicationDay,
  neighbours,
  newestDay,
  publicationDays,
} from './days.ts';

const published = ['2030-02-01', '2030-01-05T18:00+02:00', '2030-01-05', '2030-03', ''];
const lib = library(
  published.map((text) => figure({ published: text })),
  { events: [event({ source: source({ published: '2030-02-03' }) })] },
);
const days = publicationDays(lib);

test('a day is one on which figures or events came out; a month and nothing are no day', () => {
  expect(days).toEqual(['2030-01-05', '2030-02-01', '2030-02-03']);
});

test('a source without figures or events makes no day', () => {
  expect(publicationDays(library([], { sources: [source()] }))).toEqual([]);
});

test('the newest day comes from the seeds, not from a clock', () => {
  expect(newestDay(lib)).toBe('2030-02-03');
  expect(newestDay(library([]))).toBe(library([]).situation.start);
});

test('any day leads to the last publication day that is not later', () => {
  expect(lastPublicationDay(days, day('2030-01-04'))).toBeNull();
  expect(lastPublicationDay(days, day('2030-01-05'))).toBe('2030-01-05');
  expect(lastPublicationDay(days, day('2030-02-02'))).toBe('2030-02-01');
  expect(lastPublicationDay(days, day('2040-01-01'))).toBe('2030-02-03');
});

test('a day has neighbours whether something came out on it or not', () => {
  const between = { previous: '2030-01-05', next: '2030-02-03' };
  expect(neighbours(days, day('2030-02-01'))).toEqual(between);
  expect(neighbours(days, day('2030-01-20'))).toEqual({ ...between, next: '2030-02-01' });
  expect(neighbours(days, day('2030-01-05')).previous).toBeNull();
  expect(neighbours(days, day('2030-02-03')).next).toBeNull();
});

test('the calendar has the months in which something came out', () => {
  expect(calendarByMonth(days)).toEqual([
    { month: '2030-01', days: ['2030-01-05'] },
    { month: '2030-02', days: ['2030-02-01', '2030-02-03'] },
  ]);
});
