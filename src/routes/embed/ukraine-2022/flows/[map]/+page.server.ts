import { flowsEmbed } from '#routes/embed-flows.server.ts';
import { mapEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The newest state of each map. */
export const entries: EntryGenerator = mapEntries;

export const load: PageServerLoad = ({ params }) => flowsEmbed(params.map, null);
