import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { flowsOf, stateEntries } from '#lib/pages/flows.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** One page for every day about which the map speaks, and one for every day on which it became another. */
export const entries: EntryGenerator = stateEntries;

export const load: PageServerLoad = ({ params }) => {
  const page = flowsOf(params.situation).flowsPage(params.map, params.state);
  return { ...page, embed: embedFlowsOf(params.situation).flowsSnippet(page.map.id, page.state) };
};
