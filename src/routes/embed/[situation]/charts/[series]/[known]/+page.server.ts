import { chartEntries, embedChartsOf } from '#lib/pages/embed-charts.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The chart of each series on every day on which something of it came out. */
export const entries: EntryGenerator = chartEntries;

export const load: PageServerLoad = ({ params }) =>
  embedChartsOf(params.situation).chartEmbed(params.series, params.known);
