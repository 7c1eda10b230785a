import { situationEntries } from '#routes/situations.server.ts';
import { summariesOf } from '#routes/summary.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Every publication day, by month. */
export const load: PageServerLoad = ({ params }) => summariesOf(params.situation).calendar();
