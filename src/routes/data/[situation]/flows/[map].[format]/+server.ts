import { figureSetsOf } from '#lib/pages/figure-sets.ts';
import type { RequestHandler } from './$types';

/** All states of a map, each row with the days between which it applies. */
export const GET: RequestHandler = ({ params: { situation, map, format } }) =>
  figureSetsOf(situation).mapFile(map, format);
