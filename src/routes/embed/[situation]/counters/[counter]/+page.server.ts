import { counterEntries, embedsOf } from '#lib/pages/embeds.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The newest headline of each counter of the summary. */
export const entries: EntryGenerator = counterEntries;

export const load: PageServerLoad = ({ params }) =>
  embedsOf(params.situation).counterEmbed(params.counter);
