import { citationsOf } from '#lib/pages/cited.ts';
import type { RequestHandler } from './$types';

/** Every publication as reference managers take it. */
export const GET: RequestHandler = ({ params }) =>
  citationsOf(params.situation).allSources(params.format);
