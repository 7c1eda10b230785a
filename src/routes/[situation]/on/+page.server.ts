import { summariesOf } from '#lib/pages/summary.ts';
import type { PageServerLoad } from './$types';

/** Every publication day, by month. */
export const load: PageServerLoad = ({ params }) => summariesOf(params.situation).calendar();
