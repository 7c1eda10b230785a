import { changesPage, publisherEntries } from '#routes/changes.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = publisherEntries;

export const load: PageServerLoad = ({ params }) =>
  changesPage(params.situation, null, params.publisher);
