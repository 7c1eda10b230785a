import { error } from '@sveltejs/kit';
import { crossingsPicture, pictureSize } from '#lib/downloads/crossings-picture.ts';
import { flowMap } from '#lib/drawing/flow-map.ts';
import { library } from '#lib/server/library.ts';
import type { Day } from '#lib/values/day.ts';
import { chartTable } from '#lib/views/chart-table.ts';
import { neighbours, newestDay, publicationDays } from '#lib/views/days.ts';
import { knownOnEachDay } from '#lib/views/known.ts';
import { notesOf } from '#lib/views/notes.ts';
import { summaryOn, type Summary } from '#lib/views/summary.ts';

export const days = publicationDays(library);
export const newest = newestDay(library);

/** All days in one sweep, once a build. */
const summaries = new Map<string, Summary>();
function summaryOf(text: string): Summary {
  if (summaries.size === 0) {
    for (const known of knownOnEachDay(library, days)) {
      summaries.set(known.day, summaryOn(library, known));
    }
  }
  return summaries.get(text) ?? error(404, 'No source came out on that day.');
}

/** What the summary of one publication day shows; 404 for any other text. */
export function summaryPage(text: string) {
  const summary = summaryOf(text);
  const rows = chartTable(summary.chart, 3);
  const inRows = rows.flatMap(({ points }) => points.map(({ figure }) => figure));
  return {
    situation: library.situation.id,
    title: library.situation.title,
    summary,
    notes: notesOf(
      [...summary.figures, ...inRows],
      summary.events.map(({ source }) => source),
    ),
    map: flowMap(summary.flows),
    rows,
    pictureSize,
    first: days[0] as Day,
    isNewest: summary.day === newest,
    ...neighbours(days, summary.day),
  };
}

/** The chart of one publication day as a picture. */
export const picturePage = (text: string): string => crossingsPicture(summaryOf(text).chart);
