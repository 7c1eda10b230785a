import { seriesEmbed } from '#routes/embeds.server.ts';
import { seriesEntries } from '#routes/series-chart.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** What stands newest in each series. */
export const entries: EntryGenerator = seriesEntries;

export const load: PageServerLoad = ({ params }) => seriesEmbed(params.series);
