import type { EntryGenerator, RequestHandler } from './$types';
import { seriesChartsOf, seriesEntries } from '#lib/pages/series-chart.ts';

export const entries: EntryGenerator = seriesEntries;

/** What the charts of one series are drawn from, for every day at once. */
export const GET: RequestHandler = ({ params }) =>
  seriesChartsOf(params.situation).chartFile(params.series);
