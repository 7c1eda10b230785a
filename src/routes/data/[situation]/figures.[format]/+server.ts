import type { EntryGenerator, RequestHandler } from './$types';
import { figureSetsOf, inEachFormat } from '#lib/pages/figure-sets.ts';
import { situationEntries } from '#lib/pages/situations.ts';

export const entries: EntryGenerator = () => inEachFormat(situationEntries());

/** All figures of the situation, each with all that belongs to it. */
export const GET: RequestHandler = ({ params: { situation, format } }) => {
  const sets = figureSetsOf(situation);
  return sets.file(sets.whole(), format);
};
