import { error } from '@sveltejs/kit';
import { chartFile } from '#lib/downloads/chart-file.ts';
import { linesScene } from '#lib/drawing/chart/lines.ts';
import { plainLines } from '#lib/drawing/chart/plain-lines.ts';
import type { Day } from '#lib/values/day.ts';
import { calendarByMonth, neighbours, newestDay, publicationDays } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { since } from '#lib/views/since.ts';
import { withdrawnSince } from '#lib/views/withdrawn.ts';
import { summaryOn, type Summary } from '#lib/views/summary.ts';
import { mapWords } from '#lib/wording/map-words.ts';
import { addresses } from '#lib/wording/addresses.ts';
import { isOffered } from './outputs.ts';
import { nameAndTitle, perSituation } from './situations.ts';
import { shownIn, summaryParts } from './summary-parts.ts';

/** The summaries of a situation. */
export const summariesOf = perSituation((library) => {
  const days = publicationDays(library);
  const newest = newestDay(library);
  const byId = new Map(library.figures.map((figure) => [figure.id, figure]));

  const isDay = new Set<string>(days);
  const summaryOf = (text: string): Summary =>
    isDay.has(text)
      ? summaryOn(library, asKnownOn(library, text as Day))
      : error(404, 'No source was published on that day.');

  /** What the summary of one publication day shows; 404 for any other text. */
  function summaryPage(text: string) {
    const summary = summaryOf(text);
    const page = summaryParts(library, summary);
    const isNewest = summary.day === newest;
    const { id } = library.situation;
    const sheets = [
      addresses.print(id, summary.day),
      ...(isNewest ? [addresses.print(id, null)] : []),
    ];
    return {
      ...page,
      sheets: sheets.find(isOffered) ?? null,
      days,
      isNewest,
      ...neighbours(days, summary.day),
      // Also of what was replaced in the days before: the page shows it.
      since: since(
        library,
        [...page.shown, ...summary.changes.map(({ before }) => before)],
        summary.day,
      ),
      withdrawn: withdrawnSince(library, summary.day),
    };
  }

  /** The figures that the page of a day tells as known, each once, with every caveat known today as files have them. */
  function shownOn(text: string) {
    const shown = shownIn(summaryOf(text));
    return [...new Set(shown.map(({ id }) => id))].flatMap((id) => byId.get(id) ?? []);
  }

  /** The chart of one publication day as a picture. */
  const picturePage = (text: string): string =>
    chartFile(linesScene(plainLines(summaryOf(text).chart)), mapWords(library).chartAlt);

  /** Every publication day, by month. */
  const calendar = () => ({
    ...nameAndTitle(library),
    first: days[0],
    months: calendarByMonth(days),
    count: days.length,
  });

  return { days, newest, summaryPage, shownOn, picturePage, calendar };
});
