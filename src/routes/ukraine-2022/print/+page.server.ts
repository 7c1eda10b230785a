import { newest } from '#routes/summary.server.ts';
import { sheetPage } from '#routes/sheet.server.ts';

/** The sheets of the newest summary. */
export const load = () => sheetPage(newest);
