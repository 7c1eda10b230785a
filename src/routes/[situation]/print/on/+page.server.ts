import { situationEntries } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The same days as the summary's. */
export const load: PageServerLoad = ({ params }) => summariesOf(params.situation).calendar();
