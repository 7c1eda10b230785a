import { changesPage, measureEntries } from '#routes/changes.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = measureEntries;

export const load: PageServerLoad = ({ params }) =>
  changesPage(params.situation, params.measure, null);
