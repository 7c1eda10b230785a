import { seriesChartsOf } from '#lib/pages/series-chart.ts';
import type { RequestHandler } from './$types';

/** The chart of a series: over time, or as revised. */
export const GET: RequestHandler = ({ params }) =>
  seriesChartsOf(params.situation).picture(params.series, params.reading);
