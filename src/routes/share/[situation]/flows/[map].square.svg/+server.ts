import { sharesOf } from '#lib/pages/share.ts';
import type { RequestHandler } from './$types';

/** To be shared, and what its pixels are made from. */
export const GET: RequestHandler = ({ params }) =>
  sharesOf(params.situation).mapFile(params.map, 'square');
