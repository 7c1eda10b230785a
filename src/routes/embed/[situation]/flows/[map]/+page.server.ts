import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { mapEntries } from '#lib/pages/flows.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** The newest state of each map. */
export const entries: EntryGenerator = mapEntries;

export const load: PageServerLoad = ({ params }) =>
  embedFlowsOf(params.situation).flowsEmbed(params.map, null);
