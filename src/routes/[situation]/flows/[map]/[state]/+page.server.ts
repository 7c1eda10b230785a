import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
  const page = flowsOf(params.situation).flowsPage(params.map, params.state);
  return { ...page, embed: embedFlowsOf(params.situation).flowsSnippet(page.map.id, page.state) };
};
