import type { EntryGenerator, RequestHandler } from './$types';
import { scriptText } from '#lib/downloads/data/script-text.ts';
import { figureSetsOf } from '#lib/pages/figure-sets.ts';
import { dayEntries } from '#lib/pages/summary.ts';

export const entries: EntryGenerator = dayEntries;

/** What the page of one day says to machines: it has no room for it, so it lies beside. */
export const GET: RequestHandler = ({ params: { situation, day } }) => {
  const sets = figureSetsOf(situation);
  return new Response(scriptText(sets.linkedData(sets.ofDay(day))), {
    headers: { 'content-type': 'application/ld+json' },
  });
};
