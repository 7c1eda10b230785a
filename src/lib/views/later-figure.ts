import type { Figure, Library } from '#lib/records/model.ts';
import { dayNumber, lastDayOf, sortKey, type Day } from '#lib/values/day.ts';
import { lowerFigures } from './comparisons.ts';
import type { Known } from './known.ts';
import { allSeries, neighbouringSeries } from './series.ts';
import { isRival } from './unlike.ts';

/** Days after which a reader asks whether there is a later number. */
const OLD = 90;

/** By id of a figure that is old on a page: the figure for a later date, or null where none is known. */
export type LaterFigures = ReadonlyMap<string, Figure | null>;

/**
 * Of those figures that speak about a day more than 90 days before that of the page, what their publisher gives for a
 * later date: the same measure, people and place by any definition, as known on the day of `known`.
 * @param asOf where the page is about an earlier day than the one on which it is known: nothing later than that counts
 */
export function laterFigures(
  library: Library,
  known: Known,
  figures: readonly Figure[],
  asOf: Day | null = null,
): LaterFigures {
  const day = asOf ?? known.day;
  const old = figures.filter(
    (figure) =>
      dayNumber(day) - dayNumber(lastDayOf(figure.asOf)) > OLD && !supersedes(known, figure, asOf),
  );
  return new Map(old.map((figure) => [figure.id, laterFigure(library, known, figure, asOf)]));
}

/** Whether its publisher had given a lower number for a later date, which is told as that. */
const supersedes = (known: Known, figure: Figure, asOf: Day | null): boolean =>
  lowerFigures(known, [figure], 0, asOf).get(figure.id)?.kind === 'superseded';

function laterFigure(
  library: Library,
  known: Known,
  figure: Figure,
  asOf: Day | null,
): Figure | null {
  const series = allSeries(library).get(figure.series);
  if (!series) return null;
  const candidates = [series, ...neighbouringSeries(library, series).definitions]
    .filter(({ definition }) => definition.statistic === figure.definition.statistic)
    .flatMap(({ id }) => (asOf === null ? known.latest([id]) : known.notAfter(id, asOf)) ?? [])
    .map((standing) => standing.figure)
    .filter((other) => isRival(other) && sortKey(other.asOf) > sortKey(figure.asOf));
  return candidates.reduce<Figure | null>(
    (last, one) => (last && sortKey(last.asOf) >= sortKey(one.asOf) ? last : one),
    null,
  );
}
