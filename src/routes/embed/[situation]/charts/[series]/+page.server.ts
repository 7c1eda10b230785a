import { embedChartsOf } from '#routes/embed-charts.server.ts';
import { seriesEntries } from '#routes/series-chart.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The chart of each series as it stands. */
export const entries: EntryGenerator = seriesEntries;

export const load: PageServerLoad = ({ params }) =>
  embedChartsOf(params.situation).chartEmbed(params.series, null);
