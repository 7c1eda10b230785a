import type { RequestHandler } from './$types';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';

/** All figures of the situation, each with all that belongs to it. */
export const GET: RequestHandler = ({ params: { situation, format } }) => {
  const sets = figureSetsOf(situation);
  return sets.file(sets.whole(), format);
};
