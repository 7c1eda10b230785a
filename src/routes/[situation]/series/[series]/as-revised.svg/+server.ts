import type { EntryGenerator, RequestHandler } from './$types';
import { revisedEntries, seriesChartsOf } from '#lib/pages/series-chart.ts';

export const entries: EntryGenerator = revisedEntries;

/** One date with every version of it, where a date was revised. */
export const GET: RequestHandler = ({ params }) =>
  seriesChartsOf(params.situation).picture(params.series, 'asRevised');
