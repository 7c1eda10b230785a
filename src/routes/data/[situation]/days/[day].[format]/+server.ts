import type { EntryGenerator, RequestHandler } from './$types';
import { figureSetsOf, inEachFormat } from '#lib/pages/figure-sets.ts';
import { dayEntries } from '#lib/pages/summary.ts';

export const entries: EntryGenerator = () => inEachFormat(dayEntries());

/** The figures that the page of one day tells as known then, each with all that belongs to it. */
export const GET: RequestHandler = ({ params: { situation, day, format } }) => {
  const sets = figureSetsOf(situation);
  return sets.file(sets.ofDay(day), format);
};
