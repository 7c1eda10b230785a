import type { EntryGenerator, PageServerLoad } from './$types';
import { sheetPage } from '#routes/sheet.server.ts';
import { days } from '#routes/summary.server.ts';

/** Sheets for every day on which a source came out. */
export const entries: EntryGenerator = () => days.map((day) => ({ day }));

export const load: PageServerLoad = ({ params }) => sheetPage(params.day);
