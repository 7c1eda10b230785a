import { figuresCsv } from '#lib/downloads/figures-csv.ts';
import { libraryOf, situationEntries } from '#routes/situations.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = situationEntries;

/** All figures of the situation. */
export const GET: RequestHandler = ({ params }) =>
  new Response(figuresCsv(libraryOf(params.situation)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
