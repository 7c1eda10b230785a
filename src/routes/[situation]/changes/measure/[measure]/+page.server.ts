import { changesPage, measureEntries } from '#lib/pages/changes.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = measureEntries;

export const load: PageServerLoad = ({ params }) =>
  changesPage(params.situation, params.measure, null);
