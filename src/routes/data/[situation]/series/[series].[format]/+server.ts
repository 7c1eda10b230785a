import type { EntryGenerator, RequestHandler } from './$types';
import { figureSetsOf, inEachFormat } from '#lib/pages/figure-sets.ts';
import { seriesEntries } from '#lib/pages/series-chart.ts';

export const entries: EntryGenerator = () => inEachFormat(seriesEntries());

/** All figures of one series, each with all that belongs to it. */
export const GET: RequestHandler = ({ params: { situation, series, format } }) => {
  const sets = figureSetsOf(situation);
  return sets.file(sets.ofSeries(series), format);
};
