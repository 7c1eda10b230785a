import { flowsSnippet } from '#routes/embed-flows.server.ts';
import { flowsPage, mapEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = mapEntries;

export const load: PageServerLoad = ({ params }) => {
  const page = flowsPage(params.map, null);
  return { ...page, embed: flowsSnippet(page.map.id, page.state) };
};
