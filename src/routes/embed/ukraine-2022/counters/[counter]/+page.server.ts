import { counterEmbed, counterEntries } from '#routes/embeds.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The newest headline of each counter of the summary. */
export const entries: EntryGenerator = counterEntries;

export const load: PageServerLoad = ({ params }) => counterEmbed(params.counter);
