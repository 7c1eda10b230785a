import { chartsOfLines } from '#lib/drawing/chart/summary-charts.ts';
import { firstMap } from './first-map.ts';
import { chartTable } from '#lib/views/chart-table.ts';
import { notesOf } from '#lib/views/notes.ts';
import type { Summary } from '#lib/views/summary.ts';
import { mapWords } from '#lib/wording/map-words.ts';
import type { Library } from './situations.ts';

/** Months whose last value the chart's table shows. */
const MONTHS = 3;

/** Every figure that the page tells as what is known on its day. */
export const shownIn = ({ current, chart }: Summary) => [
  ...current,
  ...chartTable(chart, MONTHS).flatMap(({ points }) => points.map(({ figure }) => figure)),
];

/** Everything a summary's page shows that follows from the day's summary alone: nothing here looks past its day. */
export function summaryParts(library: Library, summary: Summary) {
  const { situation } = library;
  const rows = chartTable(summary.chart, MONTHS);
  const inRows = rows.flatMap(({ points }) => points.map(({ figure }) => figure));

  return {
    situation: situation.id,
    title: situation.title,
    summary,
    words: mapWords(library),
    notes: notesOf(
      [...summary.figures, ...inRows],
      summary.events.map(({ source }) => source),
    ),
    map: firstMap(library, summary.flows),
    rows,
    charts: chartsOfLines(summary.chart),
    shown: shownIn(summary),
  };
}
