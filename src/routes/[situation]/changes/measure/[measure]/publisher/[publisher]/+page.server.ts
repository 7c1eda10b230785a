import { bothEntries, changesPage } from '#lib/pages/changes.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = bothEntries;

export const load: PageServerLoad = ({ params }) =>
  changesPage(params.situation, params.measure, params.publisher);
