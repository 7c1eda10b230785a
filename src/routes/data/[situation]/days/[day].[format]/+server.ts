import type { RequestHandler } from './$types';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';

/** The figures that the page of one day tells as known then, each with all that belongs to it. */
export const GET: RequestHandler = ({ params: { situation, day, format } }) => {
  const sets = figureSetsOf(situation);
  return sets.file(sets.ofDay(day), format);
};
