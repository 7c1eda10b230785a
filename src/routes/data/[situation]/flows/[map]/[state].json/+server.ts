import { figuresJson } from '#lib/downloads/figures-json.ts';
import { libraryOf } from '#routes/situations.server.ts';
import { flowsOf, stateEntries } from '#routes/flows.server.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = stateEntries;

/** The figures of exactly this state of a map, each with all that belongs to it. */
export const GET: RequestHandler = ({ params }) =>
  new Response(
    figuresJson({
      situation: libraryOf(params.situation).situation,
      figures: flowsOf(params.situation).stateFigures(params.map, params.state),
    }),
    { headers: { 'content-type': 'application/json' } },
  );
