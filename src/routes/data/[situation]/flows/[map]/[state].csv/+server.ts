import { figuresCsv } from '#lib/downloads/figures-csv.ts';
import { flowsOf, stateEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = stateEntries;

/** The figures of exactly this state of a map, each with all that belongs to it. */
export const GET: RequestHandler = ({ params }) =>
  new Response(
    figuresCsv({ figures: flowsOf(params.situation).stateFigures(params.map, params.state) }),
    {
      headers: { 'content-type': 'text/csv; charset=utf-8' },
    },
  );
