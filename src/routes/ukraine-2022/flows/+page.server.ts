import { error } from '@sveltejs/kit';
import { flowsPage, mapEntries } from '#routes/flows.server.ts';
import type { PageServerLoad } from './$types';

/** The situation's first map in its newest state. */
export const load: PageServerLoad = () =>
  flowsPage(mapEntries()[0]?.map ?? error(404, 'There is no map.'), null);
