import { embedFlowsOf } from '#routes/embed-flows.server.ts';
import { stateEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every state that has a page. */
export const entries: EntryGenerator = stateEntries;

export const load: PageServerLoad = ({ params }) =>
  embedFlowsOf(params.situation).flowsEmbed(params.map, params.state);
