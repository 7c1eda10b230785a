import { mapEntries, mapFile } from '#routes/share.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = mapEntries;

/** To be shared, and what its pixels are made from. */
export const GET: RequestHandler = ({ params }) => mapFile(params.map, 'square');
