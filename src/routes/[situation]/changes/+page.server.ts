import { changesPage } from '#lib/pages/changes.ts';
import { situationEntries } from '#lib/pages/situations.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Everything that changed. */
export const load: PageServerLoad = ({ params }) => changesPage(params.situation, null, null);
