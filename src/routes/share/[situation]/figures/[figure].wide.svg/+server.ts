import { figureEntries, sharesOf } from '#lib/pages/share.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = figureEntries;

/** To be shared, and what its pixels are made from. */
export const GET: RequestHandler = ({ params }) =>
  sharesOf(params.situation).figureFile(params.figure, 'wide');
