import type { PageServerLoad } from './$types';
import { sheetsOf } from '#lib/pages/sheet.ts';

export const load: PageServerLoad = ({ params }) =>
  sheetsOf(params.situation).sheetPage(params.day);
