import { mapEntries } from '#lib/pages/flows.ts';
import { sharesOf } from '#lib/pages/share.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = mapEntries;

/** To be shared, and what its pixels are made from. */
export const GET: RequestHandler = ({ params }) =>
  sharesOf(params.situation).mapFile(params.map, 'square');
