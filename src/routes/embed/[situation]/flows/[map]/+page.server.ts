import { embedFlowsOf } from '#routes/embed-flows.server.ts';
import { mapEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The newest state of each map. */
export const entries: EntryGenerator = mapEntries;

export const load: PageServerLoad = ({ params }) =>
  embedFlowsOf(params.situation).flowsEmbed(params.map, null);
