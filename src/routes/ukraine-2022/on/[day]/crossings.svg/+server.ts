import type { EntryGenerator, RequestHandler } from './$types';
import { days, picturePage } from '#routes/summary.server.ts';

export const prerender = true;
export const entries: EntryGenerator = () => days.map((day) => ({ day }));

/** The chart as known on that day, for readers without script and for paper. */
export const GET: RequestHandler = ({ params }) =>
  new Response(picturePage(params.day), { headers: { 'content-type': 'image/svg+xml' } });
