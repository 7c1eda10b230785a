import { figureEntries, figureFile } from '#routes/share.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = figureEntries;

/** To be shared, and what its pixels are made from. */
export const GET: RequestHandler = ({ params }) => figureFile(params.figure, 'square');
