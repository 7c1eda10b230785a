import { crossingsJson } from '#lib/downloads/crossings-json.ts';
import { library } from '#lib/server/library.ts';
import { days } from '#routes/summary.server.ts';

export const prerender = true;

/** The figures behind the chart, with the days from and until which each one stands. */
export const GET = () =>
  new Response(crossingsJson(library, days), { headers: { 'content-type': 'application/json' } });
