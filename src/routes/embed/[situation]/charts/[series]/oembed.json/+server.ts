import { embedChartsOf } from '#lib/pages/embed-charts.ts';
import { seriesEntries } from '#lib/pages/series-chart.ts';
import { oembed } from '#lib/pages/oembed.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = seriesEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedChartsOf(params.situation).framedChart(params.series));
