import { changesPage } from '#routes/changes.server.ts';
import { situationEntries } from '#routes/situations.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Everything that changed. */
export const load: PageServerLoad = ({ params }) => changesPage(params.situation, null, null);
