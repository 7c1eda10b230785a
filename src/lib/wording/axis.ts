import { addDays, type Day, type DayOrMonth } from '#lib/values/day.ts';
import { sayDayOfYear, sayDayShort } from './days.ts';
import { sayNumber } from './numbers.ts';
import { texts } from './texts.ts';

/** At an axis: whole millions in words, where digits would not fit. */
export const scaleNumber = (value: number): string =>
  value >= 1_000_000 && value % 10_000 === 0
    ? `${value / 1_000_000}\u00a0${texts.chart.million}`
    : sayNumber(value);

/** Days of one year are named by day and month, years apart by month and year. */
export function scaleDay(day: Day, isOneYear: boolean): string {
  if (isOneYear) return sayDayOfYear(day);
  return `${texts.monthsShort[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}

const EPOCH = '1970-01-01' as Day;

/** What stands in a chart, in the words of its page. Days count from 1970-01-01. */
export const chartWords = {
  day: (day: number, isOneYear: boolean): string => scaleDay(addDays(EPOCH, day), isOneYear),
  number: scaleNumber,
  date: (when: string): string => sayDayShort(when as DayOrMonth),
  to: texts.chart.to,
  after: texts.chart.after,
} as const;
