import { figureSetsOf } from '#lib/pages/figure-sets.ts';
import { seriesChartsOf } from '#lib/pages/series-chart.ts';
import type { RequestHandler } from './$types';

/** All figures of one series, each with all that belongs to it; or what its charts are drawn from. */
export const GET: RequestHandler = ({ params: { situation, series, format } }) => {
  const sets = figureSetsOf(situation);
  if (format !== 'chart.json') return sets.file(sets.ofSeries(series), format);
  return new Response(seriesChartsOf(situation).chartData(series), {
    headers: { 'content-type': 'application/json' },
  });
};
