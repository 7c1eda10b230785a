import type { RequestHandler } from './$types';
import { summariesOf } from '#lib/pages/summary.ts';

/** The chart as known on that day, for readers without script and for paper. */
export const GET: RequestHandler = ({ params }) =>
  new Response(summariesOf(params.situation).picturePage(params.day), {
    headers: { 'content-type': 'image/svg+xml' },
  });
