import type { PageServerLoad } from './$types';
import { summariesOf } from '#lib/pages/summary.ts';

export const load: PageServerLoad = ({ params }) =>
  summariesOf(params.situation).summaryPage(params.day);
