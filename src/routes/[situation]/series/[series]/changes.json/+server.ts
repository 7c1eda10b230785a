import { error } from '@sveltejs/kit';
import { jsonFeed } from '#lib/downloads/feed-json.ts';
import { feedOfSeries } from '#lib/downloads/feed.ts';
import { site } from '#lib/server/site.ts';
import { allSeries } from '#lib/views/series.ts';
import { libraryOf } from '#lib/pages/situations.ts';
import { seriesEntries } from '#lib/pages/series-chart.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = seriesEntries;

/** What changed in one series. */
export const GET: RequestHandler = ({ params }) => {
  const library = libraryOf(params.situation);
  const series = allSeries(library).get(params.series) ?? error(404);
  return new Response(jsonFeed(feedOfSeries(library, series), site), {
    headers: { 'content-type': 'application/feed+json' },
  });
};
