import { summariesOf } from '#lib/pages/summary.ts';
import type { PageServerLoad } from './$types';

/** The same days as the summary's. */
export const load: PageServerLoad = ({ params }) => summariesOf(params.situation).calendar();
