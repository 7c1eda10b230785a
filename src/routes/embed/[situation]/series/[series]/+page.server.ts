import { embedsOf, seriesEmbedEntries } from '#lib/pages/embeds.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** What stands newest in each series. */
export const entries: EntryGenerator = seriesEmbedEntries;

export const load: PageServerLoad = ({ params }) =>
  embedsOf(params.situation).seriesEmbed(params.series);
