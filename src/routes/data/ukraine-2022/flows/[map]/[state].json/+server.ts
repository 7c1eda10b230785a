import { figuresJson } from '#lib/downloads/figures-json.ts';
import { edition } from '#routes/edition.server.ts';
import { stateEntries, stateFigures } from '#routes/flows.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = stateEntries;

/** The figures of exactly this state of a map, each with all that belongs to it. */
export const GET: RequestHandler = ({ params }) =>
  new Response(figuresJson({ figures: stateFigures(params.map, params.state) }, edition), {
    headers: { 'content-type': 'application/json' },
  });
