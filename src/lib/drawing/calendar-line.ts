import { dayNumber, type Day } from '#lib/values/day.ts';

/** A line of days from the first to the newest, each a tick. Lengths are days, heights units of the picture. */
export interface CalendarLine {
  /** Days from the first to the last. */
  readonly width: number;
  /** One path: a tick of six units for each day. */
  readonly ticks: string;
  /** The years that begin within it, and the one in which it begins: where, as a part of the whole in per cent. */
  readonly years: readonly { readonly year: string; readonly at: number }[];
}

/** The line of some days in ascending order; null for fewer than two. */
export function calendarLine(days: readonly Day[]): CalendarLine | null {
  const [first] = days;
  const last = days.at(-1);
  if (!first || !last || first === last) return null;
  const start = dayNumber(first);
  const width = dayNumber(last) - start;
  let ticks = 'M0 5v6';
  let before = start;
  for (const day of days.slice(1)) {
    ticks += `m${dayNumber(day) - before}-6v6`;
    before = dayNumber(day);
  }
  const years = new Set(days.map((day) => day.slice(0, 4)));
  return {
    width,
    ticks,
    years: [...years].map((year) => ({
      year,
      at: partOf(Math.max(dayNumber(`${year}-01-01` as Day) - start, 0), width),
    })),
  };
}

/** Where a day lies on the line from the first to the last, in per cent. */
export const placeOf = (day: Day, days: readonly Day[]): number => {
  const start = dayNumber(days[0] ?? day);
  const width = dayNumber(days.at(-1) ?? day) - start;
  return width === 0 ? 0 : partOf(dayNumber(day) - start, width);
};

const partOf = (days: number, width: number): number => Math.round((days / width) * 1e4) / 100;
