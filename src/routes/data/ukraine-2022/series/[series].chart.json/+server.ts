import type { EntryGenerator, RequestHandler } from './$types';
import { chartFile, seriesEntries } from '#routes/series-chart.server.ts';

export const prerender = true;
export const entries: EntryGenerator = seriesEntries;

/** What the charts of one series are drawn from, for every day at once. */
export const GET: RequestHandler = ({ params }) => chartFile(params.series);
