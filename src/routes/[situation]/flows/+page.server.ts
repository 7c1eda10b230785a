import { error } from '@sveltejs/kit';
import { addresses } from '#lib/wording/addresses.ts';
import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import type { PageServerLoad } from './$types';

/** The situation's first map in its newest state. */
export const load: PageServerLoad = ({ params: { situation } }) => {
  const { mapNames, flowsPage } = flowsOf(situation);
  const page = flowsPage(mapNames()[0]?.map ?? error(404, 'There is no map.'), null);
  return {
    ...page,
    embed: embedFlowsOf(situation).flowsSnippet(page.map.id, page.state),
    own: addresses.flows(page.situation),
  };
};
