import { embedChartsOf } from '#lib/pages/embed-charts.ts';
import { seriesEntries } from '#lib/pages/series-chart.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The chart of each series as it stands. */
export const entries: EntryGenerator = seriesEntries;

export const load: PageServerLoad = ({ params }) =>
  embedChartsOf(params.situation).chartEmbed(params.series, null);
