import { arrivalsOf } from '#lib/pages/arrivals.ts';
import type { PageServerLoad } from './$types';

/** What is counted of one place of arrival. */
export const load: PageServerLoad = ({ params: { situation, place } }) =>
  arrivalsOf(situation).arrivalPage(place);
