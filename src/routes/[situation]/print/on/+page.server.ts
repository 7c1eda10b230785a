import { situationEntries } from '#routes/situations.server.ts';
import { summariesOf } from '#routes/summary.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The same days as the summary's. */
export const load: PageServerLoad = ({ params }) => summariesOf(params.situation).calendar();
