import { error } from '@sveltejs/kit';
import { atomFeed } from '#lib/downloads/feed-atom.ts';
import { feedOfSeries } from '#lib/downloads/feed.ts';
import { library } from '#lib/server/library.ts';
import { site } from '#lib/server/site.ts';
import { allSeries } from '#lib/views/series.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
const series = allSeries(library);
export const entries: EntryGenerator = () => [...series.keys()].map((id) => ({ series: id }));

/** What changed in one series. */
export const GET: RequestHandler = ({ params }) =>
  new Response(atomFeed(feedOfSeries(library, series.get(params.series) ?? error(404)), site), {
    headers: { 'content-type': 'application/atom+xml' },
  });
