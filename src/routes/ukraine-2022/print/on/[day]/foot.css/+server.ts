import type { EntryGenerator, RequestHandler } from './$types';
import { footFile } from '#routes/sheet.server.ts';
import { days } from '#routes/summary.server.ts';

export const prerender = true;
export const entries: EntryGenerator = () => days.map((day) => ({ day }));

/** What stands at the foot of every sheet of that day; page boxes cannot read the document. */
export const GET: RequestHandler = ({ params }) =>
  new Response(footFile(params.day), { headers: { 'content-type': 'text/css' } });
