import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BadValue } from './bad-value.ts';
import {
  addDays,
  dayNumber,
  firstDayOf,
  isMonth,
  lastDayOf,
  nextDay,
  parseDay,
  parseDayOrMonth,
  parseMonth,
  sortKey,
} from './day.ts';

const days = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

test('every day of the calendar is read as it is written', () => {
  fc.assert(
    fc.property(days, (text) => {
      expect(parseDay(text)).toBe(text);
    }),
  );
});

test.each(['2030-02-29', '2030-04-31', '2030-00-10', '2030-13-01', '2030-01-00', '1900-02-29'])(
  '%s never was',
  (text) => {
    expect(() => parseDay(text)).toThrow(`found "${text}"`);
  },
);

test('29 February is a day of a leap year', () => {
  expect(parseDay('2028-02-29')).toBe('2028-02-29');
});

test.each([
  ['2030-1-5', 'two digits'],
  ['2030-01-5', 'two digits'],
  ['2030-1-05', 'two digits'],
  ['2200-01-01', 'from 1900 to 2199'],
  ['05.01.2030', 'the year first'],
  ['2030-01-05T10:00', 'without a time'],
  [' 2030-01-05', 'write 2030-01-05'],
  ['２０３０-01-05', 'write 2030-01-05'],
  ['0230-01-05', 'from 1900 to 2199'],
  ['', 'found nothing'],
])('%j is refused with a way out', (text, wayOut) => {
  expect(() => parseDay(text)).toThrow(wayOut);
});

test.each([' 2030-02-30', 'x2030-1-5', 'x2030-01-05T10:00', 'x05.01.2030', '05.01.2030x', 'soon'])(
  '%j is refused without a guess',
  (text) => {
    expect(() => parseDay(text)).toThrow(
      new BadValue(`expected a calendar day as YYYY-MM-DD, found "${text}"`),
    );
  },
);

test.each(['x2030-01', 'x2030-01-05', '2030-01-05x', '2030-01x'])(
  '%j is neither a day nor a month',
  (text) => {
    expect(() => parseDayOrMonth(text)).toThrow(
      `expected a day as YYYY-MM-DD or a month as YYYY-MM, found "${text}"`,
    );
    expect(() => parseMonth(text)).toThrow(`expected a month as YYYY-MM, found "${text}"`);
  },
);

test('a month is not a day, nor a day a month', () => {
  expect(() => parseDay('2030-01')).toThrow('expected a calendar day');
  expect(() => parseMonth('2030-01-05')).toThrow('expected a month');
  expect(isMonth(parseDayOrMonth('2030-01'))).toBe(true);
  expect(isMonth(parseDayOrMonth('2030-01-05'))).toBe(false);
});

test('a month sorts after its last day and before the next month', () => {
  const mixed = ['2030-02-01', '2030-01', '2030-01-31', '2030-02'].map(parseDayOrMonth);
  const keys = mixed.map(sortKey).sort();
  expect(keys.map((key) => mixed.find((when) => sortKey(when) === key))).toEqual([
    '2030-01-31',
    '2030-01',
    '2030-02-01',
    '2030-02',
  ]);
});

test('a month has the days of its calendar', () => {
  expect(lastDayOf(parseMonth('2028-02'))).toBe('2028-02-29');
  expect(lastDayOf(parseMonth('2030-02'))).toBe('2030-02-28');
  expect(firstDayOf(parseMonth('2030-02'))).toBe('2030-02-01');
  expect(lastDayOf(parseDay('2030-02-03'))).toBe('2030-02-03');
});

test('days are counted across months, years and leap days', () => {
  expect(nextDay(parseDay('2030-12-31'))).toBe('2031-01-01');
  expect(addDays(parseDay('2028-03-01'), -1)).toBe('2028-02-29');
  expect(dayNumber(parseDay('1970-01-02'))).toBe(1);
  fc.assert(
    fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (text, n) => {
      const day = parseDay(text);
      const target = dayNumber(day) + n;
      fc.pre(target >= dayNumber(parseDay('1900-01-01')));
      fc.pre(target <= dayNumber(parseDay('2199-12-31')));
      expect(dayNumber(addDays(day, n))).toBe(target);
    }),
  );
});
