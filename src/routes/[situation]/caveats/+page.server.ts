import { caveatUses } from '#lib/views/sources.ts';
import { libraryOf, nameAndTitle, situationEntries } from '#lib/pages/situations.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = situationEntries;

/** Every caveat, the gravest first, with the series it is on. */
export const load: PageServerLoad = ({ params }) => {
  const library = libraryOf(params.situation);
  return {
    ...nameAndTitle(library),
    uses: caveatUses(library),
  };
};
