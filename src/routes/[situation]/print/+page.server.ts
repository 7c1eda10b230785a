import { sheetsOf } from '#lib/pages/sheet.ts';
import { situationEntries } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The sheets of the newest summary. */
export const load: PageServerLoad = ({ params: { situation } }) =>
  sheetsOf(situation).sheetPage(summariesOf(situation).newest);
