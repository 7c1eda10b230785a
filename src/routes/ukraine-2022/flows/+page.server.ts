import { error } from '@sveltejs/kit';
import { addresses } from '#lib/wording/addresses.ts';
import { flowsSnippet } from '#routes/embed-flows.server.ts';
import { flowsPage, mapEntries } from '#routes/flows.server.ts';
import type { PageServerLoad } from './$types';

/** The situation's first map in its newest state. */
export const load: PageServerLoad = () => {
  const page = flowsPage(mapEntries()[0]?.map ?? error(404, 'There is no map.'), null);
  return {
    ...page,
    embed: flowsSnippet(page.map.id, page.state),
    own: addresses.flows(page.situation),
  };
};
