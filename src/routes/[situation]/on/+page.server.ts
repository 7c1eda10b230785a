import { situationEntries } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Every publication day, by month. */
export const load: PageServerLoad = ({ params }) => summariesOf(params.situation).calendar();
