import { sheetsOf } from '#routes/sheet.server.ts';
import { situationEntries } from '#routes/situations.server.ts';
import { summariesOf } from '#routes/summary.server.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The sheets of the newest summary. */
export const load: PageServerLoad = ({ params: { situation } }) =>
  sheetsOf(situation).sheetPage(summariesOf(situation).newest);
