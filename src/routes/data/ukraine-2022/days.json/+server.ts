import { days } from '#routes/summary.server.ts';

export const prerender = true;

/** The publication days, ascending: what the "go to a day" form needs to find the last one not later. */
export const GET = () =>
  new Response(JSON.stringify(days), { headers: { 'content-type': 'application/json' } });
