import { BadValue, badValue } from './bad-value.ts';

declare const dayMark: unique symbol;
declare const monthMark: unique symbol;

/** A calendar day, written `YYYY-MM-DD`; days sort as text. */
export type Day = string & { readonly [dayMark]: 'Day' };
/** A calendar month of which no day is known, written `YYYY-MM`. */
export type Month = string & { readonly [monthMark]: 'Month' };
/** What a figure speaks about, or when it came out, as precisely as is known. */
export type DayOrMonth = Day | Month;

const MILLISECONDS = 86_400_000;
const EXPECTED_DAY = 'a calendar day as YYYY-MM-DD';
const EXPECTED_MONTH = 'a month as YYYY-MM';

/** @throws {BadValue} for another form, and for a day that never was. */
export function parseDay(text: string): Day {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw badValue(EXPECTED_DAY, text, wayOutOfForm(text));
  assertMonth(text, EXPECTED_DAY);
  const last = daysInMonth(text);
  const day = Number(text.slice(8));
  if (day < 1 || day > last) {
    throw badValue(EXPECTED_DAY, text, `${text.slice(0, 7)} has the days 01 to ${last}`);
  }
  return text as Day;
}

/** @throws {BadValue} for another form, and for a month that never was. */
export function parseMonth(text: string): Month {
  if (!/^\d{4}-\d{2}$/.test(text)) throw badValue(EXPECTED_MONTH, text, wayOutOfForm(text));
  assertMonth(text, EXPECTED_MONTH);
  return text as Month;
}

/** @throws {BadValue} for what is neither a day nor a month. */
export function parseDayOrMonth(text: string): DayOrMonth {
  if (/^\d{4}-\d{2}$/.test(text)) return parseMonth(text);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return parseDay(text);
  throw badValue('a day as YYYY-MM-DD or a month as YYYY-MM', text, wayOutOfForm(text));
}

export function isMonth(when: DayOrMonth): when is Month {
  return when.length === 7;
}

export function firstDayOf(when: DayOrMonth): Day {
  return (isMonth(when) ? `${when}-01` : when) as Day;
}

export function lastDayOf(when: DayOrMonth): Day {
  return (isMonth(when) ? `${when}-${daysInMonth(when)}` : when) as Day;
}

/** Sorts as text: a month after its own last day and before the first of the next. */
export function sortKey(when: DayOrMonth): string {
  return isMonth(when) ? `${when}-99` : when;
}

/** Days since 1970-01-01. */
export function dayNumber(day: Day): number {
  return Date.parse(day) / MILLISECONDS;
}

/** `days` may be negative. @throws {BadValue} where the years of four digits end. */
export function addDays(day: Day, days: number): Day {
  const text = new Date((dayNumber(day) + days) * MILLISECONDS).toISOString().slice(0, 10);
  return parseDay(text);
}

export function nextDay(day: Day): Day {
  return addDays(day, 1);
}

function assertMonth(text: string, expected: string): void {
  const year = Number(text.slice(0, 4));
  const month = Number(text.slice(5, 7));
  // A mistyped century would sort before everything and be believed.
  if (year < 1900 || year > 2199) throw badValue(expected, text, 'write a year from 1900 to 2199');
  if (month < 1 || month > 12) throw badValue(expected, text, 'a year has the months 01 to 12');
}

function daysInMonth(text: string): number {
  return new Date(Date.UTC(Number(text.slice(0, 4)), Number(text.slice(5, 7)), 0)).getUTCDate();
}

/** Spreadsheets rewrite days in the keeper's own habit; the likely meaning is named, never taken. */
function wayOutOfForm(text: string): string {
  const bare = text.trim().normalize('NFKC');
  if (bare !== text) {
    try {
      return `write ${parseDayOrMonth(bare)}`;
    } catch (cause) {
      if (!(cause instanceof BadValue)) throw cause;
    }
  }
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(text)) return 'write month and day with two digits';
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return 'write the day without a time';
  if (/^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(text))
    return 'write the year first, then month and day';
  return '';
}
