import type { Day } from '#lib/values/day.ts';
import { sayDayOfYear } from './days.ts';
import { sayNumber } from './numbers.ts';
import { texts } from './texts.ts';

/** At an axis: whole millions in words, where digits would not fit. */
export const scaleNumber = (value: number): string =>
  value >= 1_000_000 && value % 100_000 === 0
    ? `${value / 1_000_000}\u00a0${texts.chart.million}`
    : sayNumber(value);

/** Days of one year are named by day and month, years apart by month and year. */
export function scaleDay(day: Day, isOneYear: boolean): string {
  if (isOneYear) return sayDayOfYear(day);
  return `${texts.monthsShort[Number(day.slice(5, 7)) - 1] ?? ''} ${day.slice(0, 4)}`;
}
