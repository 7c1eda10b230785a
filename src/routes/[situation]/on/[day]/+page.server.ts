import type { EntryGenerator, PageServerLoad } from './$types';
import { dayEntries, summariesOf } from '#lib/pages/summary.ts';

/** One page for every day on which a source came out. */
export const entries: EntryGenerator = dayEntries;

export const load: PageServerLoad = ({ params }) =>
  summariesOf(params.situation).summaryPage(params.day);
