import { flowsEmbed } from '#routes/embed-flows.server.ts';
import { stateEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every state that has a page. */
export const entries: EntryGenerator = stateEntries;

export const load: PageServerLoad = ({ params }) => flowsEmbed(params.map, params.state);
