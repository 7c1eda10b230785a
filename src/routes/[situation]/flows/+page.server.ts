import { error } from '@sveltejs/kit';
import { addresses } from '#lib/wording/addresses.ts';
import { embedFlowsOf } from '#lib/pages/embed-flows.ts';
import { flowsOf } from '#lib/pages/flows.ts';
import { everywhere, libraryOf } from '#lib/pages/situations.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

/** A situation that counts casualties alone has no map. */
export const entries: EntryGenerator = everywhere((situation) =>
  libraryOf(situation).situation.maps.length > 0 ? [{}] : [],
);

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
