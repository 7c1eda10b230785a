import type { EntryGenerator, RequestHandler } from './$types';
import { dayEntries, summariesOf } from '#lib/pages/summary.ts';

export const entries: EntryGenerator = dayEntries;

/** The chart as known on that day, for readers without script and for paper. */
export const GET: RequestHandler = ({ params }) =>
  new Response(summariesOf(params.situation).picturePage(params.day), {
    headers: { 'content-type': 'image/svg+xml' },
  });
