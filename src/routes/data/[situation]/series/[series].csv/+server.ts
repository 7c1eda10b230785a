import type { EntryGenerator, RequestHandler } from './$types';
import { seriesChartsOf, seriesEntries } from '#routes/series-chart.server.ts';

export const prerender = true;
export const entries: EntryGenerator = seriesEntries;

/** All figures of one series, one a row, each with all that belongs to it. */
export const GET: RequestHandler = ({ params }) =>
  seriesChartsOf(params.situation).csvFile(params.series);
