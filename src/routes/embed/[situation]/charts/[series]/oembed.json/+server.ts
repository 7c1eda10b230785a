import { embedChartsOf } from '#routes/embed-charts.server.ts';
import { seriesEntries } from '#routes/series-chart.server.ts';
import { oembed } from '#routes/oembed.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = seriesEntries;

export const GET: RequestHandler = ({ params }) =>
  oembed(embedChartsOf(params.situation).framedChart(params.series));
