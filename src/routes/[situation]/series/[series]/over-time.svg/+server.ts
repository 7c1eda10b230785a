import type { EntryGenerator, RequestHandler } from './$types';
import { seriesChartsOf, seriesEntries } from '#lib/pages/series-chart.ts';

export const entries: EntryGenerator = seriesEntries;

/** The newest version of every day, for readers without script and for paper. */
export const GET: RequestHandler = ({ params }) =>
  seriesChartsOf(params.situation).picture(params.series, 'overTime');
