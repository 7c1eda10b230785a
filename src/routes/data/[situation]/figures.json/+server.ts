import { figuresJson } from '#lib/downloads/figures-json.ts';
import { libraryOf, situationEntries } from '#routes/situations.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = situationEntries;

/** All figures of the situation. */
export const GET: RequestHandler = ({ params }) =>
  new Response(figuresJson(libraryOf(params.situation)), {
    headers: { 'content-type': 'application/json' },
  });
