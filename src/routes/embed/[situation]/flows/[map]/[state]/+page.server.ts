import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { stateEntries } from '#lib/pages/flows.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** Every state that has a page. */
export const entries: EntryGenerator = stateEntries;

export const load: PageServerLoad = ({ params }) =>
  embedFlowsOf(params.situation).flowsEmbed(params.map, params.state);
