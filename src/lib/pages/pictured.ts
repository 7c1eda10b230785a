import type { Library } from '#lib/records/model.ts';
import { shownCounters } from '#lib/views/counters.ts';
import { newestDay } from '#lib/views/days.ts';
import { asKnownOn } from '#lib/views/known.ts';
import { allSeries } from '#lib/views/series.ts';
import { addresses } from '#lib/wording/addresses.ts';

/** Series that have a chart to share: a chart of a single day would show no more than its figure. */
export function chartedSeries(library: Library): ReadonlySet<string> {
  const known = asKnownOn(library, newestDay(library));
  const isCharted = (id: string) =>
    new Set(known.standing(id).map(({ figure }) => figure.asOf)).size > 1;
  return new Set([...allSeries(library).keys()].filter(isCharted));
}

/**
 * What represents a situation where its addresses are shared: its maps, the headline of each counter, and of each series
 * its chart, or its newest figure. Addresses without their endings.
 */
export function sharedPictures(library: Library): string[] {
  const { situation } = library;
  const known = asKnownOn(library, newestDay(library));
  const charted = chartedSeries(library);
  const headlines = shownCounters(library, known).flatMap(({ headline }) => headline ?? []);
  const single = [...allSeries(library).keys()]
    .filter((id) => !charted.has(id))
    .flatMap((id) => known.latest([id]) ?? []);
  return [
    ...new Set([
      ...situation.maps.map(({ id }) => addresses.shareFlows(situation.id, id)),
      ...[...headlines, ...single].map(({ figure }) =>
        addresses.shareFigure(situation.id, figure.id),
      ),
      ...[...charted].map((id) => addresses.shareChart(situation.id, id)),
    ]),
  ];
}
