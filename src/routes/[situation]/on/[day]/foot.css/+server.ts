import { error } from '@sveltejs/kit';
import type { EntryGenerator, RequestHandler } from './$types';
import { dayEntries, summariesOf } from '#lib/pages/summary.ts';
import { footStyle } from '#lib/wording/foot.ts';
import { addresses } from '#lib/wording/addresses.ts';

export const entries: EntryGenerator = dayEntries;

/** What stands at the foot of every sheet of that day's summary; page boxes cannot read the document. */
export const GET: RequestHandler = ({ params: { situation, day: named } }) => {
  const day = summariesOf(situation).days.find((known) => known === named) ?? error(404);
  return new Response(footStyle(addresses.day(situation, day), day), {
    headers: { 'content-type': 'text/css' },
  });
};
