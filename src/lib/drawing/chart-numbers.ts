import { dayNumber, lastDayOf } from '#lib/values/day.ts';
import type { ChartLine } from '#lib/views/summary.ts';
import type { Standing } from '#lib/views/known.ts';
import type { ChartNumbers } from './chart-config.ts';
import { drawnPersons } from './drawn-persons.ts';

/** Where a figure stands in time: its as-of; a month stands on its last day and is labelled as a month. */
export function dayOn(standing: Standing): number {
  return dayNumber(lastDayOf(standing.figure.asOf));
}

/**
 * The lines as plain data that can travel to the browser; `say` gives each point the whole sentence
 * of its figure, because a tooltip is no place for a number alone.
 */
export function chartNumbers(
  lines: readonly ChartLine[],
  say: (standing: Standing) => string,
): ChartNumbers {
  return lines.map(({ place, segments }) => ({
    label: place.label,
    segments: segments.map(({ points }) =>
      points.flatMap((standing) => {
        const value = drawnPersons(standing.figure.amount);
        return value === null ? [] : [{ day: dayOn(standing), value, said: say(standing) }];
      }),
    ),
  }));
}
