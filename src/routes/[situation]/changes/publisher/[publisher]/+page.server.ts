import { changesPage, publisherEntries } from '#lib/pages/changes.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = publisherEntries;

export const load: PageServerLoad = ({ params }) =>
  changesPage(params.situation, null, params.publisher);
