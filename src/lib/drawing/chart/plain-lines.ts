import type { Figure } from '#lib/records/model.ts';
import { dayNumber, lastDayOf } from '#lib/values/day.ts';
import type { ChartLine } from '#lib/views/summary.ts';
import { drawnPersons } from '#lib/drawing/drawn-persons.ts';
import { amountText } from '#lib/wording/numbers.ts';
import { breakNote } from '#lib/wording/series.ts';
import type { ChartValue } from './chart-data.ts';
import type { PlainLine } from './lines.ts';

/** The lines of a summary's chart as plain data; a month stands on its last day. */
export function plainLines(lines: readonly ChartLine[]): PlainLine[] {
  return lines.map(({ place, segments, breaks }) => {
    const runs = segments.flatMap(({ points }) => {
      const run = points.flatMap(({ figure }) => pointOf(figure) ?? []);
      return run.length > 0 ? [run] : [];
    });
    return {
      label: place.label,
      runs,
      breaks: breaks.map((one, index) => ({
        // A break of which no day is known stands where its new definition begins.
        at: one.day ? dayNumber(one.day) : ((runs[index + 1] ?? runs.at(-1))?.[0]?.day ?? 0),
        when: one.day ?? '',
        note: breakNote(one),
      })),
    };
  });
}

/** Where a figure is drawn, and what is said of it; null for one without a number. */
export function pointOf(figure: Figure): { day: number; value: ChartValue } | null {
  const value = drawnPersons(figure.amount);
  if (value === null) return null;
  return {
    day: dayNumber(lastDayOf(figure.asOf)),
    value: {
      id: figure.id,
      as_of: figure.asOf,
      shape: figure.amount.kind,
      value,
      high: figure.amount.kind === 'between' ? figure.amount.high : '',
      amount: amountText(figure.amount),
    },
  };
}
