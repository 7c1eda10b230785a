import type { Library, Source } from '#lib/records/model.ts';
import type { Day, Month } from '#lib/values/day.ts';
import { countUntil } from './count-until.ts';
import { ofLibrary } from './of-library.ts';

/**
 * The days on which a source with figures or events came out, ascending, each once. A publication
 * of which only the month is known, or nothing, makes no day: nobody could say which.
 */
export const publicationDays = ofLibrary(({ figures, events, withdrawn }): readonly Day[] => {
  // A day keeps its page when what came out on it is withdrawn: its address was published.
  const gone = withdrawn.map(({ figure }) => figure);
  const sources = new Set([...figures, ...events, ...gone].map(({ source }) => source));
  return [...new Set([...sources].flatMap(dayOf))].sort();
});

function dayOf({ published }: Source): Day[] {
  return published.kind === 'day' || published.kind === 'moment' ? [published.day] : [];
}

/** The last publication day; the situation's first day while nothing has come out. */
export function newestDay(library: Library): Day {
  return publicationDays(library).at(-1) ?? library.situation.start;
}

/** The last of `days`, ascending, that is not later than `day`. */
export function lastPublicationDay(days: readonly Day[], day: Day): Day | null {
  return days[countUntil(days, day) - 1] ?? null;
}

/** The days of `days`, ascending, next to `day`, which need not be one of them. */
export function neighbours(
  days: readonly Day[],
  day: Day,
): { previous: Day | null; next: Day | null } {
  const after = countUntil(days, day);
  const previous = days[after - 1] === day ? after - 2 : after - 1;
  return { previous: days[previous] ?? null, next: days[after] ?? null };
}

/** Months without a day are left out. */
export function calendarByMonth(days: readonly Day[]): { month: Month; days: Day[] }[] {
  const months = new Map<string, Day[]>();
  for (const day of days) {
    const month = day.slice(0, 7);
    const held = months.get(month);
    if (held) held.push(day);
    else months.set(month, [day]);
  }
  return [...months].map(([month, its]) => ({ month: month as Month, days: its }));
}
