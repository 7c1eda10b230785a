import type { Day, DayOrMonth } from '#lib/values/day.ts';
import type { Published } from '#lib/values/published.ts';
import { never } from '#lib/values/bad-value.ts';
import { texts } from './texts.ts';

const parts = (when: DayOrMonth): { year: string; month: number; day: number | null } => ({
  year: when.slice(0, 4),
  month: Number(when.slice(5, 7)),
  day: when.length > 7 ? Number(when.slice(8, 10)) : null,
});

/** How a day is written: also for a script, which has the names of the months beside it. */
export const DAY_PATTERN = '{day}\u00a0{month} {year}';

/** `27 February 2022`, or `March 2022` when only the month is known. */
export function sayDay(when: DayOrMonth): string {
  const { year, month, day } = parts(when);
  const name = texts.months[month - 1] ?? '';
  if (day === null) return `${name} ${year}`;
  return DAY_PATTERN.replace('{day}', String(day)).replace('{month}', name).replace('{year}', year);
}

/** `27 Feb 2022`, or `Mar 2022`. */
export function sayDayShort(when: DayOrMonth): string {
  const { year, month, day } = parts(when);
  const name = texts.monthsShort[month - 1] ?? '';
  return day === null ? `${name}\u00a0${year}` : `${day}\u00a0${name}\u00a0${year}`;
}

/** `27 Feb`: only where the year stands beside it. */
export function sayDayOfYear(when: DayOrMonth): string {
  return sayDayShort(when).replace(/\u00a0\d{4}$/, '');
}

/** `Monday, 28 February 2022`. */
export function sayWeekday(day: Day): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const name = texts.weekdays[new Date(Date.UTC(year, month - 1, date)).getUTCDay()] ?? '';
  return `${name}, ${sayDay(day)}`;
}

/** When it came out: a day, a day with its time, a month as a month, or that the document does not say. */
export function sayPublished(published: Published): string {
  switch (published.kind) {
    case 'day':
      return sayDayShort(published.day);
    case 'moment':
      return `${sayDayShort(published.day)}, ${published.time} (UTC${published.offset === '+00:00' ? '' : published.offset})`;
    case 'month':
      return sayDayShort(published.month);
    case 'undated':
      return texts.undated;
    default:
      return never(published);
  }
}

/** For `datetime` attributes: the published day or month, or null. */
export function publishedIso(published: Published): string | null {
  switch (published.kind) {
    case 'day':
    case 'moment':
      return published.day;
    case 'month':
      return published.month;
    case 'undated':
      return null;
    default:
      return never(published);
  }
}
