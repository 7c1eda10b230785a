import type { EntryGenerator, PageServerLoad } from './$types';
import { sheetsOf } from '#routes/sheet.server.ts';
import { dayEntries } from '#routes/summary.server.ts';

/** Sheets for every day on which a source came out. */
export const entries: EntryGenerator = dayEntries;

export const load: PageServerLoad = ({ params }) =>
  sheetsOf(params.situation).sheetPage(params.day);
