import { chartEntries, sharesOf } from '#lib/pages/share.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = chartEntries;

/** To be shared, and what its pixels are made from. */
export const GET: RequestHandler = ({ params }) =>
  sharesOf(params.situation).chartFile(params.series, 'square');
