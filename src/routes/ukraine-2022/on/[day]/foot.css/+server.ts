import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';
import { days } from '#routes/summary.server.ts';
import { footStyle } from '#lib/wording/foot.ts';
import { addresses } from '#lib/wording/addresses.ts';

export const prerender = true;
export const entries: EntryGenerator = () => days.map((day) => ({ day }));

/** What stands at the foot of every sheet of that day's summary; page boxes cannot read the document. */
export const GET: RequestHandler = ({ params }) => {
  const day = days.find((known) => known === params.day) ?? error(404);
  return new Response(footStyle(addresses.day('ukraine-2022', day), day), {
    headers: { 'content-type': 'text/css' },
  });
};
