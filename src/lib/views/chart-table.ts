import type { Definition, Place } from '#lib/records/model.ts';
import type { Standing } from './known.ts';
import type { ChartLine } from './summary.ts';

/** One line of the chart as a row: its newest value and the last value of each of the months before. */
export interface ChartRow {
  readonly place: Place;
  readonly definition: Definition;
  readonly series: string;
  /** The newest first; at most `months` of them, each of its own calendar month and of one definition. */
  readonly points: readonly Standing[];
}

/** The end of the chart's lines in numbers; values of another definition are left to their own series. */
export function chartTable(lines: readonly ChartLine[], months: number): ChartRow[] {
  return lines.flatMap(({ place, segments }) => {
    const last = segments.findLast(({ points }) => points.length > 0);
    if (last === undefined) return [];
    const byMonth = new Map(
      last.points.map((point) => [point.figure.asOf.slice(0, 7), point] as const),
    );
    const points = [...byMonth.values()].slice(-months).reverse();
    return [{ place, definition: last.definition, series: last.series, points }];
  });
}
