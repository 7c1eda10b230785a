import { flowsPage, mapEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = mapEntries;

export const load: PageServerLoad = ({ params }) => flowsPage(params.map, null);
