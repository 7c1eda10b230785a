import type { RequestHandler } from './$types';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';

/** The figures of exactly this state of a map, each with all that belongs to it. */
export const GET: RequestHandler = ({ params: { situation, map, state, format } }) => {
  const sets = figureSetsOf(situation);
  return sets.file(sets.ofState(map, state), format);
};
