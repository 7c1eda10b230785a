import { crossingsJson } from '#lib/downloads/crossings-json.ts';
import { libraryOf, situationEntries } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The figures behind the chart, with the days from and until which each one stands. */
export const GET: RequestHandler = ({ params: { situation } }) =>
  new Response(crossingsJson(libraryOf(situation), summariesOf(situation).days), {
    headers: { 'content-type': 'application/json' },
  });
