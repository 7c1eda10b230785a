import type { EntryGenerator, PageServerLoad } from './$types';
import { sheetsOf } from '#lib/pages/sheet.ts';
import { dayEntries } from '#lib/pages/summary.ts';

/** Sheets for every day on which a source came out. */
export const entries: EntryGenerator = dayEntries;

export const load: PageServerLoad = ({ params }) =>
  sheetsOf(params.situation).sheetPage(params.day);
