import { citationsOf } from '#lib/pages/cited.ts';
import type { RequestHandler } from './$types';

/** How one page, series, source or figure is cited. */
export const GET: RequestHandler = ({ params }) =>
  citationsOf(params.situation).citedFile(params.kind, params.file);
