import { sheetsOf } from '#lib/pages/sheet.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { PageServerLoad } from './$types';

/** The sheets of the newest summary. */
export const load: PageServerLoad = ({ params: { situation } }) =>
  sheetsOf(situation).sheetPage(summariesOf(situation).newest);
