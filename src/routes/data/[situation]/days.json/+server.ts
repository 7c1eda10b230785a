import { situationEntries } from '#lib/pages/situations.ts';
import { summariesOf } from '#lib/pages/summary.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const entries: EntryGenerator = situationEntries;

/** The publication days, ascending: what the "go to a day" form needs to find the last one not later. */
export const GET: RequestHandler = ({ params }) =>
  new Response(JSON.stringify(summariesOf(params.situation).days), {
    headers: { 'content-type': 'application/json' },
  });
