import { embedFlowsOf } from '#routes/embed-flows.server.ts';
import { flowsOf, mapEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = mapEntries;

export const load: PageServerLoad = ({ params }) => {
  const page = flowsOf(params.situation).flowsPage(params.map, null);
  return { ...page, embed: embedFlowsOf(params.situation).flowsSnippet(page.map.id, page.state) };
};
